package com.rentwave.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedLookTest {

    private static final int CROWD = 16;

    private final AtomicLong database = new AtomicLong(100);
    private final AtomicInteger looks = new AtomicInteger();
    private final Semaphore answers = new Semaphore(0);
    private volatile Callable<Look> answer = () -> at(database.get());
    private final SharedLook shared = new SharedLook(this::ask);

    @AfterEach
    void end() {
        answers.release(1_000);
    }

    /** What it sees is seen before it is answered. */
    private Look ask() throws SQLException {
        looks.incrementAndGet();
        try {
            Look seen = answer.call();
            answers.acquireUninterruptibly();
            return seen;
        } catch (SQLException | RuntimeException e) {
            answers.acquireUninterruptibly();
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
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
        await("somebody waits")
                .pollInterval(Duration.ofMillis(2))
                .until(() -> thread.getState() == Thread.State.WAITING);
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

        answers.release(2);

        assertThat(first.join()).isEqualTo(at(100));
        assertThat(crowd).extracting(CompletableFuture::join).containsOnly(at(200));
        assertThat(looks).hasValue(2);
    }

    @Test
    void thoseWhoComeLaterLookAgain() throws SQLException {
        answers.release(2);

        assertThat(shared.look()).isEqualTo(at(100));
        database.set(200);
        assertThat(shared.look()).isEqualTo(at(200));
    }

    @Test
    void whatFailsFailsForThoseWhoSharedItAndForNobodyElse() throws SQLException {
        CompletableFuture<Look> first = looking();
        answer = () -> {
            throw new SQLException("gone");
        };
        List<CompletableFuture<Look>> crowd = crowd();

        answers.release(2);
        assertThat(first.join()).isEqualTo(at(100));
        assertThat(crowd).allSatisfy(one -> assertThatThrownBy(one::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("gone"));

        answer = () -> at(300);
        answers.release(1);
        assertThat(shared.look()).isEqualTo(at(300));
    }
}
