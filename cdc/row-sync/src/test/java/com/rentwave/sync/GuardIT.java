package com.rentwave.sync;

import static com.rentwave.sync.TestDatabase.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ownership as the databases decide it: the guard, the fence and the switch, on a real PostgreSQL. */
@ExtendWith(Servers.class)
class GuardIT {

    private static final String WRITE =
            "INSERT INTO t_veh_idem VALUES (1, gen_random_uuid()::text, 'h', 200, NULL, NULL, NULL, now())";
    private static final String LOCK = "SELECT pg_advisory_xact_lock(sync.lock_key('vehicles'))";
    private static final String FENCE =
            "UPDATE sync.ownership SET owner = 'nobody', epoch = ? WHERE api = 'vehicles' AND epoch = ? - 1";
    private static final String SWITCH =
            "UPDATE sync.ownership SET owner = sync.side(), epoch = ? WHERE api = 'vehicles' AND epoch < ?";
    private static final String ABORT =
            "UPDATE sync.ownership SET owner = sync.side(), epoch = ? WHERE api = 'vehicles'";
    private static final String NOT_OWNER = "RW001";
    private static final String SERIALIZATION = "40001";

    private TestDatabase legacy;
    private TestDatabase service;

    @BeforeEach
    void databases() throws SQLException {
        TestCluster cluster = TestCluster.start();
        legacy = cluster.database(Side.LEGACY);
        service = cluster.database(Side.SERVICE);
    }

    @Test
    void letsTheOwnerWriteAndRefusesEverybodyElse() throws SQLException {
        legacy.run(WRITE);
        refused(
                NOT_OWNER,
                () -> service.run(
                        "INSERT INTO vehicle_idempotency VALUES (1, 'k', 'h', 200, NULL, NULL, NULL, now())"));

        legacy.own("nobody", 1);

        refused(NOT_OWNER, () -> legacy.run(WRITE));
        refused(NOT_OWNER, () -> legacy.run("UPDATE t_veh_idem SET sts_cd = 0 WHERE false"));
        refused(NOT_OWNER, () -> legacy.run("DELETE FROM t_veh_idem"));
        refused(
                NOT_OWNER,
                () -> legacy.run(
                        "MERGE INTO t_veh_idem t USING (SELECT 1 AS u) s ON t.usr_id = s.u WHEN MATCHED THEN DELETE"));
        refused(NOT_OWNER, () -> legacy.run("SELECT sync.assert_owner('vehicles')"));
        refused(NOT_OWNER, () -> legacy.run("SELECT sync.assert_owner('boats')"));
        assertThat(legacy.text("SELECT count(*) FROM t_veh_idem")).isEqualTo("1");
    }

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

    @Test
    void aRetiredSideIsTakenBackByNobody() throws SQLException {
        String retire = "UPDATE sync.ownership SET owner = 'retired' WHERE api = 'vehicles'";
        refused("RW002", () -> run(legacy.coordinator(), retire));
        legacy.own("nobody", 1);

        run(legacy.coordinator(), retire);

        refused("RW002", () -> run(legacy.coordinator(), FENCE, 2, 2));
        refused("RW002", () -> run(legacy.coordinator(), SWITCH, 2, 2));
        refused("RW002", () -> run(legacy.coordinator(), ABORT, 2));
        for (String statement : List.of(
                ABORT.replace("?", "2"),
                "UPDATE sync.ownership SET api = 'boats'",
                "DELETE FROM sync.ownership",
                "TRUNCATE sync.ownership CASCADE")) {
            refused("RW002", () -> run(legacy.superuser(), statement));
        }
        assertThat(legacy.text("SELECT owner || epoch FROM sync.ownership")).isEqualTo("retired1");
        refused(NOT_OWNER, () -> legacy.run(WRITE));
        refused("23514", () -> run(service.coordinator(), retire));
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

    /** A database can only say of itself that it owns, so a wrong connection string cannot make two owners of one. */
    @Test
    void aDatabaseCanOwnOnlyForItsOwnSide() {
        refused("23514", () -> legacy.own("service", 1));
        refused("23514", () -> service.own("legacy", 1));
    }

    @DisplayName("rule 11: a partition written directly is guarded")
    @Test
    void aPartitionWrittenDirectlyIsGuarded() throws SQLException {
        legacy.run("CREATE TABLE t_part (id bigint NOT NULL) PARTITION BY RANGE (id)");
        legacy.run("CREATE TABLE t_part_1 PARTITION OF t_part FOR VALUES FROM (0) TO (10)");
        legacy.run("CREATE TABLE t_part_2 PARTITION OF t_part FOR VALUES FROM (10) TO (20) PARTITION BY RANGE (id)");
        legacy.run("CREATE TABLE t_part_2_1 PARTITION OF t_part_2 FOR VALUES FROM (10) TO (20)");
        legacy.run("SELECT sync.guard_table('vehicles', 't_part')");
        legacy.run("INSERT INTO t_part_1 VALUES (1)");
        legacy.own("nobody", 1);

        refused(NOT_OWNER, () -> legacy.run("INSERT INTO t_part VALUES (2)"));
        refused(NOT_OWNER, () -> legacy.run("INSERT INTO t_part_1 VALUES (2)"));
        refused(NOT_OWNER, () -> legacy.run("INSERT INTO t_part_2_1 VALUES (12)"));
        refused(NOT_OWNER, () -> legacy.run("TRUNCATE t_part_1"));
        assertThat(unguarded()).isEmpty();
    }

    @DisplayName("rule 11: the coverage check finds what is not guarded")
    @Test
    void theCoverageCheckFindsWhatIsNotGuarded() throws SQLException {
        legacy.run("CREATE TABLE t_part (id bigint NOT NULL) PARTITION BY RANGE (id)");
        legacy.run("SELECT sync.guard_table('vehicles', 't_part')");
        assertThat(unguarded()).isEmpty();

        legacy.run("CREATE TABLE t_part_1 PARTITION OF t_part FOR VALUES FROM (0) TO (10)");
        assertThat(unguarded()).containsExactly("t_part_1 rw_guard", "t_part_1 rw_guard_truncate");
        legacy.run("DROP TABLE t_part");
        assertThat(unguarded()).as("a guarded table that is gone").hasSize(2);
        legacy.run("DELETE FROM sync.guarded_table WHERE name = 't_part'");

        legacy.run("ALTER TABLE t_veh ENABLE TRIGGER rw_guard");
        assertThat(unguarded()).containsExactly("t_veh rw_guard");
        legacy.run("DROP TRIGGER rw_guard_truncate ON t_veh_idem");
        assertThat(unguarded()).containsExactly("t_veh rw_guard", "t_veh_idem rw_guard_truncate");
    }

    @DisplayName("rule 11: TRUNCATE is guarded")
    @Test
    void truncateIsGuarded() throws SQLException {
        legacy.run(WRITE);
        legacy.own("nobody", 1);

        refused(NOT_OWNER, () -> legacy.run("TRUNCATE t_veh_idem"));
        refused(NOT_OWNER, () -> legacy.run("TRUNCATE t_usr CASCADE"));
        assertThat(legacy.text("SELECT count(*) FROM t_veh_idem")).isEqualTo("1");
    }

    @DisplayName("rule 11: a session in replica role is guarded")
    @Test
    void aSessionInReplicaRoleIsGuarded() throws SQLException {
        legacy.own("nobody", 1);
        try (Connection replica = legacy.superuser().getConnection()) {
            run(replica, "SET session_replication_role = replica");

            refused(NOT_OWNER, () -> run(replica, WRITE));
            refused(NOT_OWNER, () -> run(replica, "TRUNCATE t_veh_idem"));
        }
    }

    @DisplayName("rule 20: a key written in the business transaction is refused with it")
    @Test
    void anIdempotencyKeyDoesNotOutliveARefusedWrite() throws SQLException {
        try (Connection writer = legacy.app().getConnection()) {
            writer.setAutoCommit(false);
            run(writer, "CREATE TEMP TABLE elsewhere (id int)");
            fence(legacy, 1);

            refused(NOT_OWNER, () -> run(writer, WRITE));
            writer.rollback();
        }
        assertThat(legacy.text("SELECT count(*) FROM t_veh_idem")).isEqualTo("0");
        assertThat(unguarded()).as("the keys are guarded like the rows").isEmpty();
    }

    /** Only appliers may mark their session, so an application cannot talk its way past the guard. */
    @Test
    void anApplicationCannotClaimToBeAnApplier() {
        refused("42501", () -> legacy.run("SELECT pg_replication_origin_session_setup('rentwave_vehicles_to_legacy')"));
        refused("42501", () -> legacy.run("SELECT pg_replication_origin_create('mine')"));
    }

    private static int fence(TestDatabase database, long epoch) throws SQLException {
        try (Connection connection = database.coordinator().getConnection()) {
            connection.setAutoCommit(false);
            run(connection, "SET LOCAL synchronous_commit = on");
            run(connection, LOCK);
            int changed = run(connection, FENCE, epoch, epoch);
            run(
                    connection,
                    "SELECT pg_logical_emit_message(true, 'rentwave.barrier', '{\"api\":\"vehicles\",\"id\":\"b\"}')");
            connection.commit();
            return changed;
        }
    }

    private void awaitQueue() {
        await("somebody queues for the lock")
                .until(() -> !legacy.column("SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                        .isEmpty());
    }

    private List<String> unguarded() throws SQLException {
        return legacy.column("SELECT concat_ws(' ', relation, missing) FROM sync.unguarded('vehicles') ORDER BY 1");
    }

    private static void refused(String sqlState, ThrowingCallable write) {
        assertThatThrownBy(write).isInstanceOf(SQLException.class).hasFieldOrPropertyWithValue("SQLState", sqlState);
    }
}
