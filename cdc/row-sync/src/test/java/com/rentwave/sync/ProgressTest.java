package com.rentwave.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(60);
    private static final int CROWD = 16;

    private final AtomicInteger looks = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Position applied = at(100);
    private final Progress progress = new Progress(() -> {
        looks.incrementAndGet();
        return look(applied);
    });

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private static Position at(long lsn) {
        return new Position(Side.LEGACY, 0, "7", 1, new Lsn(lsn));
    }

    private static Look look(long applied) {
        return look(at(applied));
    }

    private static Look look(Position applied) {
        return new Look(false, new Position(Side.SERVICE, 0, "7", 1, new Lsn(5)), applied, true);
    }

    private CompletableFuture<Boolean> awaiting(Position wanted, Duration longest) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return progress.await(wanted, longest);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                },
                threads);
    }

    @Test
    void whatWasSeenAMomentAgoIsNotLookedForAgain() throws SQLException {
        progress.look();

        assertThat(progress.await(at(100), Duration.ZERO)).isTrue();
        assertThat(progress.await(at(99), Duration.ZERO)).isTrue();

        assertThat(looks).hasValue(1);
    }

    @Test
    void whatAReadWasToldAMomentAgoIsNotLookedForAgain() throws SQLException {
        progress.saw(look(300), System.nanoTime());

        assertThat(progress.await(at(300), Duration.ZERO)).isTrue();
        assertThat(looks).hasValue(0);
    }

    @Test
    void whatAReadAskedForLongAgoIsLookedForAgain() throws SQLException {
        progress.saw(look(300), System.nanoTime() - Duration.ofMillis(60).toNanos());

        assertThat(progress.await(at(300), Duration.ZERO)).isFalse();
        assertThat(looks).hasValue(1);
    }

    @Test
    void whatWasAskedForEarlierDoesNotReplaceWhatWasAskedForLater() throws SQLException {
        long now = System.nanoTime();
        progress.saw(look(300), now);
        progress.saw(look(200), now - 1);

        assertThat(progress.await(at(300), Duration.ZERO)).isTrue();
        assertThat(looks).hasValue(0);
    }

    @Test
    void whatWasNotSeenIsLookedForBeforeAnybodyIsRefused() throws SQLException {
        progress.look();
        applied = at(101);

        assertThat(progress.await(at(101), Duration.ZERO)).isTrue();
    }

    @Test
    void refusesWhatDoesNotComeInTime() throws SQLException {
        assertThat(progress.await(at(101), SHORT)).isFalse();
    }

    @Test
    void whoeverIsToldDoesNotLook() throws SQLException {
        List<CompletableFuture<Boolean>> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            crowd.add(awaiting(at(200), LONG));
        }
        await("all of them have looked").until(() -> looks.get() >= CROWD);

        progress.applied(at(200));

        assertThat(crowd).allSatisfy(one -> assertThat(one).succeedsWithin(LONG).isEqualTo(true));
        assertThat(progress.await(at(150), Duration.ZERO))
                .as("also of what was passed on the way")
                .isTrue();
    }

    @Test
    void aTaleOfAnotherLogIsNoUse() throws SQLException {
        progress.applied(new Position(Side.LEGACY, 0, "8", 1, new Lsn(1000)));
        progress.applied(new Position(Side.LEGACY, 0, "7", 2, new Lsn(1000)));

        assertThat(progress.await(at(101), SHORT)).isFalse();
    }

    /** Each of the crowd looks once on its own; after that they need no more looks than one of them would. */
    @Test
    void aCrowdLooksLikeOne() {
        List<CompletableFuture<Boolean>> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            crowd.add(awaiting(at(200), Duration.ofMillis(300)));
        }
        crowd.forEach(one -> assertThat(one).succeedsWithin(LONG).isEqualTo(false));

        int mostOfOne = 300 / 3 + 1;
        assertThat(looks.get()).isBetween(CROWD + 1, 2 * CROWD + mostOfOne);
    }

    @Test
    void findsOutByLookingWhatNobodyTells() {
        CompletableFuture<Boolean> waiting = awaiting(at(200), LONG);

        applied = at(200);

        assertThat(waiting).succeedsWithin(LONG).isEqualTo(true);
    }

    @Test
    void aLookThatFailsIsItsOwnersTrouble() throws SQLException {
        Progress broken = new Progress(() -> {
            throw new SQLException("gone");
        });

        assertThatThrownBy(() -> broken.await(at(1), LONG))
                .isInstanceOf(SQLException.class)
                .hasMessage("gone");
        broken.applied(at(1));
        assertThat(broken.await(at(1), LONG)).isTrue();
    }
}
