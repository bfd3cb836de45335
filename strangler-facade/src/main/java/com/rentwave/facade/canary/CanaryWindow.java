package com.rentwave.facade.canary;

/**
 * How the users of a canary fared in a time that ends now.
 *
 * @param stale answers by the service older than what the user had already seen
 * @param failure what most reads that the service failed have in common; null when it failed none
 */
public record CanaryWindow(SideWindow legacy, SideWindow service, long stale, String failure) {}
