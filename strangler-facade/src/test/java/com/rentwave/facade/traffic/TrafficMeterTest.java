package com.rentwave.facade.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TrafficMeterTest {

    private static final Duration STEP = Duration.ofSeconds(2);

    private final AtomicLong now = new AtomicLong(Duration.ofHours(1).toNanos());
    private final TrafficMeter meter = new TrafficMeter(now::get);

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private void answer(Side side, boolean write, boolean failed, long millis) {
        meter.answered(
                "vehicles", side, write, failed, Duration.ofMillis(millis).toNanos());
    }

    private List<TrafficPoint> lately(Side side) {
        return meter.lately("vehicles", side, 3, STEP).points();
    }

    @Test
    void countsEachSideInItsPointOldestFirst() {
        answer(Side.LEGACY, false, false, 4);
        pass(Duration.ofSeconds(2));
        answer(Side.SERVICE, true, false, 8);
        answer(Side.SERVICE, false, true, 8);
        pass(Duration.ofSeconds(2));

        assertThat(lately(Side.LEGACY)).extracting(TrafficPoint::reads).containsExactly(0L, 1L, 0L);
        assertThat(lately(Side.SERVICE).get(2))
                .extracting(TrafficPoint::reads, TrafficPoint::writes, TrafficPoint::failures)
                .containsExactly(1L, 1L, 1L);
        assertThat(lately(Side.LEGACY).get(0).p50()).isNull();
    }

    @Test
    void leavesOutTheSecondThatIsNotOver() {
        answer(Side.LEGACY, false, false, 4);

        assertThat(lately(Side.LEGACY)).containsOnly(TrafficPoint.NOTHING);
    }

    @Test
    void tellsQuantilesWithinAnEighth() {
        LongStream.rangeClosed(1, 1000).forEach(millis -> answer(Side.LEGACY, false, false, millis));
        pass(Duration.ofSeconds(2));

        TrafficPoint point = lately(Side.LEGACY).get(2);
        assertThat(point.p50()).isCloseTo(500, within(500 / 8.0));
        assertThat(point.p99()).isCloseTo(990, within(990 / 8.0));
    }

    @Test
    void forgetsWhatIsTooOld() {
        answer(Side.LEGACY, false, false, 4);
        pass(Duration.ofSeconds(TrafficMeter.SECONDS));
        answer(Side.LEGACY, false, false, 4);
        pass(Duration.ofSeconds(1));

        assertThat(meter.lately("vehicles", Side.LEGACY, TrafficMeter.SECONDS / 2, STEP)
                        .points())
                .extracting(TrafficPoint::reads)
                .containsOnlyOnce(1L);
    }

    @Test
    void bucketsHoldWhatTheySay() {
        for (long micros = 0; micros < 3_000_000; micros += 1 + micros / 50) {
            int bucket = Second.bucket(micros);
            assertThat(Second.above(bucket)).isGreaterThan(micros);
            assertThat(bucket == 0 ? -1 : Second.above(bucket - 1)).isLessThanOrEqualTo(micros);
        }
        assertThat(Second.bucket(Long.MAX_VALUE)).isEqualTo(Second.bucket(300_000_000));
    }
}
