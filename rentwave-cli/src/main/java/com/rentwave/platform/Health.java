package com.rentwave.platform;

/** Whether a part can do its work, and if not, why. */
public sealed interface Health {

    record Healthy() implements Health {}

    record Unhealthy(String reason) implements Health {}

    static Health healthy() {
        return new Healthy();
    }

    static Health unhealthy(String reason) {
        return new Unhealthy(reason);
    }

    default boolean isHealthy() {
        return this instanceof Healthy;
    }

    /** Why not; empty when all is well. */
    default String reason() {
        return this instanceof Unhealthy unhealthy ? unhealthy.reason() : "";
    }
}
