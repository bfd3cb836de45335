package com.rentwave.facade.gate;

import static com.rentwave.facade.cutover.CutoverPhase.SHADOW;
import static com.rentwave.facade.cutover.CutoverPhase.SYNCED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.cutover.FakeStreams;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.cutover.TwoSides;
import com.rentwave.facade.ownership.SideDatabases;
import com.rentwave.facade.stream.StreamsState.ApplierState;
import com.rentwave.facade.stream.StreamsState.Flow;
import com.rentwave.sync.Side;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The gates that look at databases and streams. */
class DataGatesIT extends WithGates {

    @DisplayName("rule 5: durable databases is shut when fsync is off")
    @Test
    void durableDatabasesIsShutWhenFsyncIsOff() throws Exception {
        try (EmbeddedPostgres careless = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start()) {
            DataSource off = careless.getPostgresDatabase();
            DataSource on = coordinator.bean(DataSource.class);
            GateQuestion question = new GateQuestion(TwoSides.API, FLIP, OptionalLong.empty());

            Gate.Finding side = new DurableDatabases(
                            new SideDatabases(sides.coordinator(Side.LEGACY), Map.of(TwoSides.API, off)), on)
                    .ask(question);
            Gate.Finding decisions = new DurableDatabases(sides.databases(), off).ask(question);

            assertThat(side.ok()).isFalse();
            assertThat(side.reason()).contains("service: fsync is off");
            assertThat(decisions.ok()).isFalse();
            assertThat(decisions.reason()).contains("migration: fsync");
        }
        assertOpen("durable-databases", FLIP);
    }

    @DisplayName("rule 11: guard coverage is shut when a table is not guarded")
    @Test
    void guardCoverageIsShutWhenATableIsNotGuarded() {
        JdbcTemplate owner = new JdbcTemplate(sides.owner(Side.SERVICE));
        owner.execute("ALTER TABLE vehicle ENABLE TRIGGER rw_guard");
        try {
            assertShut("guard-coverage", "service: vehicle lacks rw_guard");
        } finally {
            owner.execute("ALTER TABLE vehicle ENABLE ALWAYS TRIGGER rw_guard");
        }
        assertOpen("guard-coverage", FLIP);
    }

    @Test
    void guardCoverageIsShutWhenNothingIsGuarded() {
        JdbcTemplate owner = new JdbcTemplate(sides.owner(Side.LEGACY));
        owner.execute("DELETE FROM sync.guarded_table");
        try {
            assertShut("guard-coverage", "legacy: no table is guarded");
        } finally {
            owner.execute("INSERT INTO sync.guarded_table VALUES ('vehicles', 't_veh')");
        }
    }

    @DisplayName("rule 24: no prepared transactions is shut while one is prepared")
    @Test
    void noPreparedTransactionsIsShutWhileOneIsPrepared() throws Exception {
        try (Connection writer = sides.owner(Side.LEGACY).getConnection();
                Statement statement = writer.createStatement()) {
            statement.execute("BEGIN");
            statement.execute("INSERT INTO t_veh VALUES (901, 'prepared')");
            statement.execute("PREPARE TRANSACTION 'half-way'");
            try {
                assertShut("no-prepared-transactions", "prepared transaction half-way of rentwave_legacy");
                assertShut("no-prepared-transactions", FLIP_BACK, "half-way");
            } finally {
                statement.execute("ROLLBACK PREPARED 'half-way'");
            }
        }
        assertOpen("no-prepared-transactions", FLIP);
    }

    @DisplayName("rule 25: no old transactions is shut while one is old")
    @Test
    void noOldTransactionsIsShutWhileOneIsOld() throws Exception {
        try (Connection writer = sides.owner(Side.SERVICE).getConnection()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("SELECT 1");

            await("the transaction is old")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertShut("no-old-transactions", "has had a transaction open for"));
            writer.rollback();
        }
        assertOpen("no-old-transactions", FLIP);
    }

    @Test
    void idsDisjointIsShutWhenTheSequencesCanMeet() {
        JdbcTemplate owner = new JdbcTemplate(sides.owner(Side.SERVICE));
        owner.execute("ALTER SEQUENCE vehicle_id INCREMENT 1");
        try {
            assertShut("ids-disjoint", "counts in steps of 1");
        } finally {
            owner.execute("ALTER SEQUENCE vehicle_id INCREMENT 2");
        }
        owner.execute("ALTER SEQUENCE vehicle_id START 1");
        try {
            assertShut("ids-disjoint", "give out the same ids");
        } finally {
            owner.execute("ALTER SEQUENCE vehicle_id START 2");
        }
        assertOpen("ids-disjoint", FLIP);
    }

    @DisplayName("rule 33: the way back is armed first")
    @Test
    void streamsHealthyIsShutWhileTheWayBackIsNotThere() {
        coordinator.streams.reverse = new Flow("ABSENT", null, null, null);
        assertShut("streams-healthy", "the reverse stream is ABSENT");

        coordinator.streams.reverse = new Flow("FAILED", "the slot is lost", null, null);
        assertShut("streams-healthy", "the slot is lost");

        coordinator.streams.armed = false;
        assertShut("streams-healthy", "not set up");
    }

    @DisplayName("rule 33: barrier round trip is shut when the way back does not deliver")
    @Test
    void barrierRoundTripIsShutWhenTheWayBackDoesNotDeliver() {
        reverse.pause(true);

        assertShut("barrier-round-trip", "a barrier from service was not applied at legacy");
    }

    @Test
    void barrierRoundTripOfAFlipBackNeedsOnlyTheWayBack() {
        forward.pause(true);

        assertShut("barrier-round-trip", "a barrier from legacy was not applied at service");
        assertOpen("barrier-round-trip", FLIP_BACK);
    }

    @DisplayName("rule 14: a stream that is behind, or cannot tell, shuts the gate")
    @Test
    void lagIsShutWhenCaptureIsFarBehindOrCannotTell() {
        coordinator.streams.forward = new Flow("STREAMING", null, "0/1", 5_000_000L);
        assertShut("lag", "5000000 bytes");

        coordinator.streams.forward = new Flow("STREAMING", null, "0/1", null);
        assertShut("lag", "cannot tell its lag");
    }

    @DisplayName("rule 14: a row that waits for a person shuts the gate")
    @Test
    void appliersRunningIsShutWhileARowWaitsForAPerson() {
        coordinator.streams.applier = new ApplierState("FAILED", "row 7 cannot be applied");
        assertShut("appliers-running", "row 7 cannot be applied");
        assertShut("appliers-running", FLIP_BACK, "row 7 cannot be applied");

        coordinator.streams.applier = new ApplierState("RUNNING", null);
        coordinator.backends.applier = new ApplierState("WAITING", "Kafka does not answer");
        assertShut("appliers-running", "Kafka does not answer");
    }

    @Test
    void reconciliationIsShutWhenARowDiffers() {
        coordinator.streams.differences = List.of(FakeStreams.difference("41"), FakeStreams.difference("43"));

        assertShut("reconciliation", "2 differ: t_veh 41, t_veh 43");
        assertShut("reconciliation", new PhaseChange(SYNCED, SHADOW), "t_veh 41");
    }
}
