package com.rentwave.facade.cutover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaseKeeperTest {

    private static final Cutover MOVE =
            Cutover.asked(1, "vehicles", CutoverPhase.LEGACY, CutoverPhase.SYNCED, Instant.EPOCH);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    /** The thread that prolongs the lease stands still at its first beat; whoever else asks gets the answer. */
    private LeaseKeeper standingStill(Optional<Cutover> answer) {
        Thread caller = Thread.currentThread();
        Cutovers cutovers = new DelegatingCutovers(null) {
            @Override
            public Optional<Cutover> lease(String holder, Duration length) {
                if (Thread.currentThread() != caller) {
                    standStill();
                }
                asked.incrementAndGet();
                return answer;
            }
        };
        return new LeaseKeeper(cutovers, "one", Duration.ofMillis(40));
    }

    private void standStill() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void end() {
        ended.countDown();
    }

    @Test
    void noticesThatAnotherTookTheLeaseWhileNothingProlongedIt() {
        try (LeaseKeeper.Kept lease = standingStill(Optional.empty()).keep()) {
            await("the lease is over").pollInSameThread().until(() -> !lease.isHeld());

            assertThat(lease.isHeld()).isFalse();
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void goesOnWhenNobodyTookTheLeaseMeanwhile() {
        try (LeaseKeeper.Kept lease = standingStill(Optional.of(MOVE)).keep()) {
            await("it was asked for again").pollInSameThread().until(() -> {
                assertThat(lease.isHeld()).isTrue();
                return asked.get() == 2;
            });
        }
    }
}
