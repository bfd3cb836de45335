package com.rentwave.platform;

import java.util.Optional;

/**
 * Which clock a start of RentWave gives to rentals, and what is to be told of it.
 *
 * @param note empty when nothing is remarkable
 */
record ClockChoice(MovableClock clock, Optional<String> note) {

    /**
     * Chooses.
     *
     * @param told what the environment of the start says, if anything
     * @param running the clock of the RentWave that runs already; empty when nothing of it runs
     * @param mayChange whether this start may give another clock to what runs, for which its parts have to start again
     */
    static ClockChoice of(Optional<MovableClock> told, Optional<MovableClock> running, boolean mayChange) {
        if (running.isEmpty()) {
            return new ClockChoice(told.orElse(MovableClock.FIXED), Optional.empty());
        }
        MovableClock now = running.get();
        if (told.isEmpty() || told.get() == now) {
            return new ClockChoice(now, Optional.empty());
        }
        if (mayChange) {
            return new ClockChoice(
                    told.get(),
                    Optional.of("From now on the clock of rentals " + can(told.get()) + " be moved, as "
                            + MovableClock.VARIABLE + " says. The parts that go by it are started again."));
        }
        return new ClockChoice(
                now,
                Optional.of("The clock of rentals " + can(now) + " be moved in the RentWave that runs, whatever "
                        + MovableClock.VARIABLE + " says here; it is left as it is. To change that: rentwave up"));
    }

    private static String can(MovableClock clock) {
        return clock == MovableClock.MOVABLE ? "can" : "cannot";
    }
}
