package com.rentwave.facade.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CanaryMeterTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicLong nanos = new AtomicLong(1);
    private final CanaryMeter meter = new CanaryMeter(nanos::get);

    private void pass(long millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }

    private void read(Side side, long millis, boolean success) {
        CanaryMeter.Running read = meter.begin("vehicles", side);
        pass(millis);
        read.ended(success ? null : "status 500", false);
    }

    @Test
    void tellsTheTimesOfEachSide() {
        for (int i = 0; i < 97; i++) {
            read(Side.SERVICE, 10, true);
        }
        read(Side.SERVICE, 400, false);
        read(Side.SERVICE, 400, true);
        read(Side.SERVICE, 400, true);
        read(Side.LEGACY, 10, true);

        CanaryWindow window = meter.window("vehicles", MINUTE);

        assertThat(window.service().count()).isEqualTo(100);
        assertThat(window.service().failures()).isEqualTo(1);
        assertThat(window.service().p50Millis()).isCloseTo(10, within(2.5));
        assertThat(window.service().p99Millis()).isCloseTo(400, within(80.0));
        assertThat(window.failure()).isEqualTo("status 500");
        assertThat(window.legacy().count()).isEqualTo(1);
        assertThat(meter.window("rentals", MINUTE).service().count()).isZero();
    }

    @Test
    void takesTwoSlowReadsForAHiccup() {
        for (int i = 0; i < 30; i++) {
            read(Side.SERVICE, 10, true);
        }
        read(Side.SERVICE, 4_000, true);
        read(Side.SERVICE, 4_000, true);
        assertThat(meter.window("vehicles", MINUTE).service().p99Millis()).isCloseTo(10, within(2.5));

        read(Side.SERVICE, 4_000, true);

        assertThat(meter.window("vehicles", MINUTE).service().p99Millis()).isCloseTo(4_000, within(800.0));
    }

    @Test
    void tellsWhatMostFailuresHaveInCommon() {
        meter.begin("vehicles", Side.SERVICE).ended("no answer", false);
        meter.begin("vehicles", Side.SERVICE).ended("status 500", false);
        meter.begin("vehicles", Side.SERVICE).ended("no answer", false);

        assertThat(meter.window("vehicles", MINUTE).failure()).isEqualTo("no answer");
        assertThat(meter.window("rentals", MINUTE).failure()).isNull();
    }

    @Test
    void forgetsWhatIsLongAgo() {
        read(Side.SERVICE, 10, true);
        pass(11_000);

        assertThat(meter.window("vehicles", Duration.ofSeconds(10)).service().count())
                .isZero();
        assertThat(meter.window("vehicles", MINUTE).service().count()).isEqualTo(1);
        pass(60_000);
        read(Side.SERVICE, 10, true);
        assertThat(meter.window("vehicles", MINUTE).service().count()).isEqualTo(1);
    }

    @Test
    void countsAReadThatHangsWhileItDoes() {
        CanaryMeter.Running hanging = meter.begin("vehicles", Side.SERVICE);
        pass(3_000);

        assertThat(meter.window("vehicles", MINUTE).service().p99Millis()).isGreaterThan(2_900);
        hanging.left();
        assertThat(meter.window("vehicles", MINUTE).service().count()).isZero();
    }

    @Test
    void countsStaleAnswers() {
        meter.begin("vehicles", Side.SERVICE).ended(null, true);

        assertThat(meter.window("vehicles", MINUTE).stale()).isEqualTo(1);
    }
}
