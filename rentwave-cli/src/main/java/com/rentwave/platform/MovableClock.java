package com.rentwave.platform;

import java.util.Map;

/** Whether the clock by which rentals begin, end and are late may be moved. */
enum MovableClock {
    /** As whoever started us said in the environment; if nobody did, it may not. */
    AS_TOLD(Boolean.parseBoolean(System.getenv(MovableClock.VARIABLE))),
    /** For what serves tests only. */
    ALWAYS(true);

    private static final String VARIABLE = "RENTWAVE_MOVABLE_CLOCK";

    private final boolean movable;

    MovableClock(boolean movable) {
        this.movable = movable;
    }

    void addTo(Map<String, String> environment) {
        environment.put(VARIABLE, Boolean.toString(movable));
    }
}
