package com.rentwave.sync;

import static com.rentwave.sync.TestDatabase.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who may write, as the databases decide it, and that nothing gets past the guard, on a real PostgreSQL. */
class GuardIT extends WithOwnership {

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

    private List<String> unguarded() throws SQLException {
        return legacy.column("SELECT concat_ws(' ', relation, missing) FROM sync.unguarded('vehicles') ORDER BY 1");
    }
}
