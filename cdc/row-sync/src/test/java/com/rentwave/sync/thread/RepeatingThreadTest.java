package com.rentwave.sync.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepeatingThreadTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final AtomicInteger times = new AtomicInteger();
    private RepeatingThread thread;

    @AfterEach
    void stop() {
        thread.stop();
        thread.finish(LONG);
    }

    private void awaitTimes(int least) {
        await("the work was done " + least + " times").until(() -> times.get() >= least);
    }

    @Test
    void repeatsTheWork() {
        thread = RepeatingThread.every(SHORT, "test", times::incrementAndGet);

        assertThat(thread.isRunning()).isFalse();
        thread.start();

        awaitTimes(3);
        assertThat(thread.isRunning()).isTrue();
    }

    @Test
    void isWokenFromAnyPause() {
        thread = RepeatingThread.every(LONG, "test", times::incrementAndGet);

        thread.startWithPause();
        thread.wake();
        awaitTimes(1);
        thread.wake();

        awaitTimes(2);
    }

    @Test
    void forgetsNoWakeUpThatComesDuringTheWork() {
        thread = RepeatingThread.every(LONG, "test", () -> {
            if (times.incrementAndGet() == 1) {
                thread.wake();
            }
        });

        thread.start();

        awaitTimes(2);
    }

    @Test
    void pausesAsTheWorkSays() {
        thread = RepeatingThread.paced(SHORT, "test", () -> times.incrementAndGet() < 3 ? SHORT : LONG);

        thread.start();

        awaitTimes(3);
        thread.finish(LONG);
        assertThat(times).hasValue(3);
    }

    @Test
    void goesOnAfterAFailure() {
        thread = RepeatingThread.paced(SHORT, "test", () -> {
            times.incrementAndGet();
            throw new IllegalStateException("again");
        });

        thread.start();

        awaitTimes(3);
    }

    @Test
    void interruptsTheWorkWhenItIsStopped() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        thread = RepeatingThread.every(SHORT, "test", () -> {
            times.incrementAndGet();
            try {
                Thread.sleep(LONG.toMillis());
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        });
        thread.start();
        awaitTimes(1);

        thread.stop();

        interrupted.await();
        assertThat(thread.isRunning()).isFalse();
    }

    @Test
    void finishesTheWorkInHandWithoutInterruptingIt() {
        CountDownLatch goOn = new CountDownLatch(1);
        Queue<String> done = new ConcurrentLinkedQueue<>();
        thread = RepeatingThread.every(LONG, "test", () -> {
            times.incrementAndGet();
            goOn.await();
            done.add("done");
        });
        thread.start();
        awaitTimes(1);

        thread.finish(SHORT);
        assertThat(done).isEmpty();
        goOn.countDown();
        thread.finish(LONG);

        assertThat(done).containsExactly("done");
    }

    @Test
    void canBeStartedAgain() {
        thread = RepeatingThread.every(LONG, "test", times::incrementAndGet);
        thread.start();
        awaitTimes(1);
        thread.stop();
        thread.finish(LONG);

        thread.start();

        awaitTimes(2);
    }

    @Test
    void mayStopItself() {
        thread = RepeatingThread.every(SHORT, "test", () -> {
            times.incrementAndGet();
            thread.stop();
        });

        thread.start();

        await("it has ended").until(() -> !thread.isRunning());
        thread.finish(LONG);
        assertThat(times).hasValue(1);
    }
}
