package com.rentwave.facade.backend;

/**
 * What runs at a side.
 *
 * @param component the provider's name, as contracts and verifications know it
 * @param build identifies the deployed artefact by its content
 */
public record RunningBuild(String component, String build) {}
