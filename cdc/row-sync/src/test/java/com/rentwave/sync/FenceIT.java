package com.rentwave.sync;

import static com.rentwave.sync.TestDatabase.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fence, the switch and the abort: what writers in flight and late coordinators find, on a real PostgreSQL. */
class FenceIT extends WithOwnership {

    @DisplayName("rule 1: a transaction begun before the fence cannot write after it")
    @ParameterizedTest
    @ValueSource(ints = {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE})
    void aTransactionBegunBeforeTheFenceCannotWriteAfterIt(int isolation) throws SQLException {
        try (Connection writer = legacy.app().getConnection()) {
            writer.setAutoCommit(false);
            writer.setTransactionIsolation(isolation);
            run(writer, "SELECT count(*) FROM t_veh_idem");

            fence(legacy, 1);

            refused(SERIALIZATION, () -> run(writer, WRITE));
        }
        assertThat(legacy.text("SELECT count(*) FROM t_veh_idem")).isEqualTo("0");
    }

    @DisplayName("rule 1: a READ COMMITTED transaction begun before the fence cannot write after it")
    @Test
    void aReadCommittedTransactionBegunBeforeTheFenceCannotWriteAfterIt() throws SQLException {
        try (Connection writer = legacy.app().getConnection()) {
            writer.setAutoCommit(false);
            run(writer, "SELECT count(*) FROM t_veh_idem");

            fence(legacy, 1);

            refused(NOT_OWNER, () -> run(writer, WRITE));
        }
    }

    @DisplayName("rule 1: a write that waits for the fence to commit sees what the fence has written")
    @Test
    void aWriteThatWaitsForTheFenceIsRefusedAfterIt() throws Exception {
        try (Connection fence = legacy.coordinator().getConnection()) {
            fence.setAutoCommit(false);
            run(fence, LOCK);
            CompletableFuture<Void> write = CompletableFuture.runAsync(() -> {
                try {
                    legacy.run(WRITE);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            awaitQueue();

            assertThat(run(fence, FENCE, 1, 1)).isEqualTo(1);
            fence.commit();

            assertThatThrownBy(write::get)
                    .isInstanceOf(ExecutionException.class)
                    .rootCause()
                    .hasFieldOrPropertyWithValue("SQLState", NOT_OWNER);
        }
        assertThat(legacy.text("SELECT count(*) FROM t_veh_idem")).isEqualTo("0");
    }

    @DisplayName(
            "rules 1 and 5: the fence waits for every write that has passed the guard, so nothing commits behind it")
    @Test
    void theFenceWaitsForWritesInFlight() throws Exception {
        try (Connection writer = legacy.app().getConnection()) {
            writer.setAutoCommit(false);
            run(writer, WRITE);
            CompletableFuture<Void> fenced = CompletableFuture.runAsync(() -> {
                try {
                    fence(legacy, 1);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            awaitQueue();
            assertThat(fenced).isNotDone();

            writer.commit();

            assertThat(fenced).succeedsWithin(Duration.ofSeconds(20));
        }
        assertThat(legacy.text("SELECT count(*) FROM t_veh_idem")).isEqualTo("1");
        refused(NOT_OWNER, () -> legacy.run(WRITE));
    }

    @DisplayName("rule 25: a fence gives up after a short wait, and what queued behind it goes on")
    @Test
    void aFenceThatCannotGetTheLockSoonGivesUp() throws SQLException {
        try (Connection writer = legacy.app().getConnection();
                Connection fence = legacy.coordinator().getConnection()) {
            writer.setAutoCommit(false);
            run(writer, WRITE);
            fence.setAutoCommit(false);
            run(fence, "SET LOCAL lock_timeout = '50ms'");

            refused("55P03", () -> run(fence, LOCK));
            fence.rollback();

            run(writer, WRITE);
            writer.commit();
        }
        assertThat(legacy.text("SELECT owner FROM sync.ownership")).isEqualTo("legacy");
    }

    @DisplayName(
            "rule 5: while the fence is not committed nobody gets past the lock, and a lost fence leaves the owner as it was")
    @Test
    void lockAndOwnershipAreReleasedTogether() throws Exception {
        CompletableFuture<Void> write;
        try (Connection fence = legacy.coordinator().getConnection()) {
            fence.setAutoCommit(false);
            run(fence, LOCK);
            run(fence, FENCE, 1, 1);
            write = CompletableFuture.runAsync(() -> {
                try {
                    legacy.run(WRITE);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            awaitQueue();
            assertThat(write).isNotDone();
        }

        assertThat(write).succeedsWithin(Duration.ofSeconds(20));
        assertThat(legacy.text("SELECT owner || epoch FROM sync.ownership")).isEqualTo("legacy0");
    }

    @DisplayName("rule 2: a late coordinator can neither fence nor switch")
    @Test
    void aLateCoordinatorCanNeitherFenceNorSwitch() throws SQLException {
        assertThat(fence(legacy, 1)).isEqualTo(1);
        assertThat(run(service.coordinator(), SWITCH, 1, 1)).isEqualTo(1);
        assertThat(fence(service, 2)).isEqualTo(1);
        assertThat(run(legacy.coordinator(), SWITCH, 2, 2)).isEqualTo(1);

        assertThat(fence(legacy, 1)).as("fence of an epoch that has passed").isZero();
        assertThat(fence(legacy, 2)).as("fence repeated").isZero();
        assertThat(fence(legacy, 4)).as("fence that leaves an epoch out").isZero();
        assertThat(run(service.coordinator(), SWITCH, 1, 1))
                .as("switch of an epoch that has passed")
                .isZero();
        assertThat(run(service.coordinator(), SWITCH, 2, 2))
                .as("switch repeated")
                .isZero();
        assertThat(legacy.text("SELECT owner || epoch FROM sync.ownership")).isEqualTo("legacy2");
        assertThat(service.text("SELECT owner || epoch FROM sync.ownership")).isEqualTo("nobody2");
    }

    @DisplayName("rules 2 and 4: an abort uses its epoch up so that a fence that comes late finds nothing")
    @Test
    void anAbortUsesItsEpochUpSoThatAFenceThatComesLateFindsNothing() throws SQLException {
        assertThat(run(legacy.coordinator(), ABORT, 1)).isEqualTo(1);

        assertThat(fence(legacy, 1)).isZero();

        legacy.run(WRITE);
        assertThat(fence(legacy, 2)).isEqualTo(1);
    }
}
