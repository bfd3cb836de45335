package com.rentwave.sync.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ClosingTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final Closing closing = new Closing();

    @Test
    void hasNotBegunAfterAPause() {
        closing.pause(Duration.ofMillis(1));

        assertThat(closing.hasBegun()).isFalse();
    }

    @Test
    void endsAPauseThatOthersAreIn() {
        CompletableFuture<Void> paused = CompletableFuture.runAsync(() -> closing.pause(LONG));

        closing.begin();

        paused.join();
        assertThat(closing.hasBegun()).isTrue();
    }

    @Test
    void lastsForEver() {
        closing.begin();

        closing.pause(LONG);
        closing.pause(LONG);

        assertThat(closing.hasBegun()).isTrue();
    }

    @Test
    void beginsWithAnInterruption() {
        Thread.currentThread().interrupt();

        closing.pause(LONG);

        assertThat(closing.hasBegun()).isTrue();
        assertThat(Thread.interrupted()).isFalse();
    }
}
