package com.rentwave.workload.demo;

import com.rentwave.platform.PartName;
import com.rentwave.platform.Platform;
import com.rentwave.workload.history.FinalState;
import com.rentwave.workload.load.Load;
import com.rentwave.workload.seed.MovableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets days pass by the clocks of rentals, so that what is still rented out comes back late. Both sides have such a clock
 * and a timer, and only the owner may charge: each day once, also while rentals change hands.
 */
final class LateReturns {

    private static final int DAYS = 6;
    private static final Duration TO_CHARGE = Duration.ofSeconds(90);

    private final List<MovableClock> clocks;

    LateReturns(Platform platform) {
        this.clocks = List.of(clock(platform, PartName.MONOLITH), clock(platform, PartName.RENTAL_SERVICE));
    }

    private static MovableClock clock(Platform platform, PartName part) {
        return new MovableClock(platform.uriOf(part), platform.internalToken());
    }

    /** Whether the operator allows it. */
    boolean possible() {
        return clocks.stream().allMatch(MovableClock::isMovable);
    }

    interface Meanwhile {
        void run() throws InterruptedException;
    }

    /**
     * Lets the days pass and the timers charge, and puts the clocks back.
     *
     * @param meanwhile done while the timers charge
     * @return what was not charged in time, one sentence each
     */
    List<String> pass(Load load, Meanwhile meanwhile) throws IOException, InterruptedException {
        List<Duration> before = new ArrayList<>();
        for (MovableClock clock : clocks) {
            before.add(clock.offset());
        }
        try {
            for (int i = 0; i < clocks.size(); i++) {
                clocks.get(i).move(before.get(i).plusDays(DAYS));
            }
            LocalDate today = clocks.get(0).today();
            meanwhile.run();
            return awaitCharges(load, today);
        } finally {
            for (int i = 0; i < before.size(); i++) {
                clocks.get(i).move(before.get(i));
            }
        }
    }

    private static List<String> awaitCharges(Load load, LocalDate today) throws InterruptedException {
        long end = System.nanoTime() + TO_CHARGE.toNanos();
        List<String> missing = missing(load.finalState(), today);
        while (!missing.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(1_000);
            missing = missing(load.finalState(), today);
        }
        return missing;
    }

    static List<String> missing(FinalState state, LocalDate today) {
        return state.rentals().stream()
                .filter(rental -> rental.status().equals("ACTIVE"))
                .filter(rental -> rental.lateDays() < ChronoUnit.DAYS.between(rental.to(), today))
                .map(rental -> "rental " + rental.rentalId() + " ended on " + rental.to() + " and by " + today
                        + " was charged for " + rental.lateDays() + " days late")
                .toList();
    }
}
