package com.rentwave.facade.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** What is taken for comparison and what is dropped; nothing is compared here. */
class ShadowsTest {

    private static final Sample SAMPLE = new Sample(
            new Read("vehicles", "/api/vehicles/1", Map.of()), Side.LEGACY, new SideAnswer(200, Map.of(), new byte[0]));

    private final AtomicLong nanos = new AtomicLong();
    private final Shadows shadows = new Shadows(settings(2, 10), null, null, new Findings(null), nanos::get);

    private static ShadowSettings settings(int queue, int perSecond) {
        return new ShadowSettings(
                true,
                perSecond,
                1,
                0.5,
                queue,
                Duration.ofMillis(10),
                DataSize.ofKilobytes(1),
                List.of(),
                Set.of(),
                Map.of(),
                1,
                Duration.ofSeconds(1));
    }

    /** An event loop that has something else to do first. */
    private Executor loopThatIsBehindBy(Duration time) {
        return task -> {
            nanos.addAndGet(time.toNanos());
            task.run();
        };
    }

    private void offer(Duration behind) {
        shadows.offer("vehicles", loopThatIsBehindBy(behind), () -> SAMPLE);
    }

    @Test
    void dropsAReadThatALoopAnsweredWhichIsBehind() {
        offer(Duration.ofMillis(11));

        assertThat(shadows.total("vehicles")).isEqualTo(Tally.NONE.andDropped(1, 0, 1));
    }

    @Test
    void takesAReadThatALoopAnsweredInTime() {
        offer(Duration.ofMillis(9));
        offer(Duration.ofMillis(9));

        assertThat(shadows.total("vehicles")).isEqualTo(Tally.NONE);
        assertThat(shadows.wants("vehicles")).as("no place is left").isFalse();
    }

    @Test
    void dropsWhatThereIsNoPlaceFor() {
        offer(Duration.ZERO);
        offer(Duration.ZERO);
        offer(Duration.ZERO);

        assertThat(shadows.wants("vehicles")).isFalse();
        assertThat(shadows.total("vehicles")).isEqualTo(Tally.NONE.andDropped(2, 0, 0));
    }

    @Test
    void wantsAsManyReadsOfEachApiAsMayBeCopiedInASecond() {
        int wanted = wantedInASecond(shadows);

        assertThat(wanted).isBetween(7, 15);
        assertThat(shadows.total("vehicles")).isEqualTo(Tally.NONE.andDropped(1_000 - wanted, 1_000 - wanted, 0));
        assertThat(shadows.wants("rentals")).as("another API").isTrue();
    }

    /** Here only what is counted matters. */
    private static final class NothingStored extends Findings {
        NothingStored() {
            super(null);
        }

        @Override
        void store() {
            // there is no database
        }
    }

    private Shadows comparing(ShadowSettings settings, Reader reader) {
        Comparison comparison = new Comparison(settings);
        return new Shadows(
                settings,
                new Examiner(reader, comparison, api -> Optional.empty()),
                comparison,
                new NothingStored(),
                nanos::get);
    }

    private int wantedInASecond(Shadows asked) {
        int wanted = 0;
        for (int i = 0; i < 1_000; i++) {
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
            wanted += asked.wants("vehicles") ? 1 : 0;
        }
        return wanted;
    }

    @Test
    void wantsFewerReadsOfAnApiWhoseSidesAreSlowToAnswer() {
        Shadows running = comparing(settings(2, 500), (side, read, position) -> {
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
            return SAMPLE.answer();
        });
        int before = wantedInASecond(running);
        running.offer("vehicles", Runnable::run, () -> SAMPLE);
        running.start();
        try {
            await("the read is compared").until(() -> running.total("vehicles").matched() == 1);
        } finally {
            running.stop();
        }

        assertThat(before).isGreaterThan(400);
        await("the time it took is counted").until(() -> wantedInASecond(running) < 100);
    }

    @Test
    void goesOnComparingAfterAReadThatMadeTrouble() {
        AtomicLong asked = new AtomicLong();
        Reader reader = (side, read, position) -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalArgumentException("no address");
            }
            return SAMPLE.answer();
        };
        Shadows running = comparing(settings(2, 10), reader);
        running.offer("vehicles", Runnable::run, () -> SAMPLE);
        running.offer("vehicles", Runnable::run, () -> SAMPLE);
        running.start();
        try {
            await("the second read is compared")
                    .until(() -> running.total("vehicles").matched() == 1);
        } finally {
            running.stop();
        }

        assertThat(running.total("vehicles").unanswered()).isEqualTo(1);
    }
}
