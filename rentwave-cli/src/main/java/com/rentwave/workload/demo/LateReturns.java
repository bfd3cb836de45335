package com.rentwave.workload.demo;

import com.rentwave.platform.Platform;
import com.rentwave.workload.history.FinalState;
import com.rentwave.workload.load.Load;
import com.rentwave.workload.seed.MovableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Lets days pass by the clock of rentals, so that what is still rented out comes back late. Both sides have a timer, and only
 * the owner may charge: each day once, also while rentals change hands.
 */
final class LateReturns {

    private static final int DAYS = 6;
    private static final Duration TO_CHARGE = Duration.ofSeconds(90);
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);

    private final MovableClock clock;

    LateReturns(Platform platform) {
        this.clock = new MovableClock(platform.clocksOfRentals(), platform.internalToken());
    }

    /** Whether the operator allows it. */
    boolean possible() {
        return clock.isMovable();
    }

    interface Meanwhile {
        void run() throws InterruptedException;
    }

    /**
     * Lets the days pass and the timers charge, and puts the clock back.
     *
     * @param meanwhile done while the timers charge
     * @return what was not charged in time, one sentence each
     */
    List<String> pass(Load load, Meanwhile meanwhile) throws IOException, InterruptedException {
        Duration before = patiently(clock::offset);
        try {
            move(before.plusDays(DAYS));
            LocalDate today = patiently(clock::today);
            meanwhile.run();
            return awaitCharges(load, today);
        } finally {
            move(before);
        }
    }

    private void move(Duration offset) throws IOException, InterruptedException {
        patiently(() -> {
            clock.move(offset);
            return offset;
        });
    }

    private interface Question<T> {
        T ask() throws IOException;
    }

    /** A part that was killed is soon there again, and moving a clock twice is moving it once. */
    private static <T> T patiently(Question<T> question) throws IOException, InterruptedException {
        for (long end = System.nanoTime() + TO_ANSWER.toNanos(); ; ) {
            try {
                return question.ask();
            } catch (IOException away) {
                if (System.nanoTime() > end) {
                    throw away;
                }
                Thread.sleep(500);
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
