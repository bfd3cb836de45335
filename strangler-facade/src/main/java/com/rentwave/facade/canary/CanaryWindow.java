package com.rentwave.facade.canary;

/**
 * How the users of a canary fared in a time that ends now.
 *
 * @param stale answers by the service older than what the user had already seen
 */
public record CanaryWindow(SideWindow legacy, SideWindow service, long stale) {}
