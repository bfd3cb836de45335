package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Breaker breaker = new Breaker(nanos::get);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed();
        }
    }

    private void pass(int millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }

    @Test
    void staysClosedWhileSomeRequestsAreAnswered() {
        fail(9);
        breaker.answered();
        fail(9);

        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void opensAfterTenRequestsInARowWithoutAnAnswer() {
        fail(10);

        assertThat(breaker.allows()).isFalse();
    }

    @Test
    void letsOneRequestTryNowAndThenAndClosesOnAnAnswer() {
        fail(10);
        pass(500);

        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isFalse();
        breaker.failed();
        assertThat(breaker.allows()).isFalse();
        pass(500);
        assertThat(breaker.allows()).isTrue();
        breaker.answered();
        assertThat(breaker.allows()).isTrue();
    }
}
