package com.rentwave.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedLookTest {

    private static final int CROWD = 16;
    private static final Set<Thread.State> WAITING = Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private final AtomicLong database = new AtomicLong(100);
    private final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch firstAnswer = new CountDownLatch(1);
    private final Semaphore otherAnswers = new Semaphore(0);
    private volatile boolean fails;
    private final SharedLook shared = new SharedLook(this::ask);

    @AfterEach
    void end() {
        firstAnswer.countDown();
        otherAnswers.release(1_000);
    }

    /** What it sees is seen before it is answered. */
    private Look ask() throws SQLException {
        int number = looks.incrementAndGet();
        boolean failing = fails;
        Look seen = at(database.get());
        try {
            if (number == 1) {
                firstAnswer.await();
            } else {
                otherAnswers.acquire();
            }
        } catch (InterruptedException e) {
            throw new SQLException("interrupted", e);
        }
        if (failing) {
            throw new SQLException("gone");
        }
        return seen;
    }

    private static Look at(long lsn) {
        Position own = new Position(Side.SERVICE, 0, "7", 1, new Lsn(lsn));
        return new Look(true, own, own, false);
    }

    /** Somebody who looks, and who has come to where he waits for the answer. */
    private CompletableFuture<Look> looking() {
        CompletableFuture<Look> seen = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                seen.complete(shared.look());
            } catch (SQLException | RuntimeException e) {
                seen.completeExceptionally(e);
            }
        });
        thread.start();
        await("somebody waits").pollInterval(Duration.ofMillis(2)).until(() -> WAITING.contains(thread.getState()));
        return seen;
    }

    private List<CompletableFuture<Look>> crowd() {
        List<CompletableFuture<Look>> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            crowd.add(looking());
        }
        return crowd;
    }

    @Test
    void whoeverComesWhileSomebodyLooksSeesWhatWasThereWhenHeCame() {
        CompletableFuture<Look> first = looking();
        database.set(200);
        List<CompletableFuture<Look>> crowd = crowd();

        firstAnswer.countDown();
        otherAnswers.release();

        assertThat(first.join()).isEqualTo(at(100));
        assertThat(crowd).extracting(CompletableFuture::join).containsOnly(at(200));
        assertThat(looks).hasValue(2);
    }

    @Test
    void thoseWhoComeLaterLookAgain() throws SQLException {
        firstAnswer.countDown();
        otherAnswers.release();

        assertThat(shared.look()).isEqualTo(at(100));
        database.set(200);
        assertThat(shared.look()).isEqualTo(at(200));
    }

    @Test
    void nobodySharesAFailure() throws SQLException {
        CompletableFuture<Look> first = looking();
        fails = true;
        List<CompletableFuture<Look>> crowd = crowd();

        firstAnswer.countDown();
        await("the second look").until(() -> looks.get() == 2);
        fails = false;
        otherAnswers.release(CROWD);

        assertThat(first.join()).isEqualTo(at(100));
        assertThat(crowd)
                .filteredOn(
                        one -> one.handle((seen, failure) -> failure != null).join())
                .hasSize(1);
        assertThat(looks).hasValue(1 + CROWD);
        otherAnswers.release();
        assertThat(shared.look()).isEqualTo(at(100));
    }

    @Test
    void nobodyWaitsForLongForOneWhoDoesNotComeBack() {
        CompletableFuture<Look> lost = looking();
        database.set(200);
        List<CompletableFuture<Look>> crowd = crowd();

        otherAnswers.release(CROWD);

        assertThat(crowd).extracting(CompletableFuture::join).containsOnly(at(200));
        assertThat(lost).isNotDone();
    }
}
