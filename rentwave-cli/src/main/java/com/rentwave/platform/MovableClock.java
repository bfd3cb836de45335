package com.rentwave.platform;

import java.util.Map;
import java.util.Optional;

/** Whether the clock by which rentals begin, end and are late may be moved. */
enum MovableClock {
    FIXED,
    MOVABLE;

    static final String VARIABLE = "RENTWAVE_MOVABLE_CLOCK";

    static MovableClock of(boolean movable) {
        return movable ? MOVABLE : FIXED;
    }

    /** What an environment says; nothing when it does not speak of it. */
    static Optional<MovableClock> toldBy(Map<String, String> environment) {
        String told = environment.getOrDefault(VARIABLE, "").strip();
        return told.isEmpty() ? Optional.empty() : Optional.of(of(Boolean.parseBoolean(told)));
    }

    void addTo(Map<String, String> environment) {
        environment.put(VARIABLE, Boolean.toString(this == MOVABLE));
    }
}
