package com.rentwave.facade.gate;

import static com.rentwave.facade.cutover.CutoverPhase.CANARY;
import static com.rentwave.facade.cutover.CutoverPhase.LEGACY;
import static com.rentwave.facade.cutover.CutoverPhase.OWNED;
import static com.rentwave.facade.cutover.CutoverPhase.READS;
import static com.rentwave.facade.cutover.CutoverPhase.SHADOW;
import static com.rentwave.facade.cutover.CutoverPhase.SYNCED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.backend.RunningBuild;
import com.rentwave.facade.contract.Verification;
import com.rentwave.facade.contract.Verifications;
import com.rentwave.facade.cutover.Coordinator;
import com.rentwave.facade.cutover.FakeStreams;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.cutover.Reason;
import com.rentwave.facade.cutover.StandInStream;
import com.rentwave.facade.cutover.TwoSides;
import com.rentwave.facade.ownership.SideDatabases;
import com.rentwave.facade.stream.StreamsState.ApplierState;
import com.rentwave.facade.stream.StreamsState.Flow;
import com.rentwave.sync.Side;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Every gate in front of the flip and the flip back: open when all is well, shut with a reason when it is not. */
class GatesIT {

    private static final PhaseChange FLIP = new PhaseChange(READS, OWNED);
    private static final PhaseChange FLIP_BACK = new PhaseChange(OWNED, LEGACY);

    private static Coordinator coordinator;
    private static TwoSides sides;
    private static StandInStream forward;
    private static StandInStream reverse;

    @BeforeAll
    static void start() throws InterruptedException {
        coordinator = new Coordinator().verified();
        sides = coordinator.sides;
        forward = new StandInStream(sides, Side.LEGACY);
        reverse = new StandInStream(sides, Side.SERVICE);
        coordinator.move(READS);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        forward.close();
        reverse.close();
        coordinator.close();
    }

    @BeforeEach
    void allIsWell() {
        FakeStreams well = new FakeStreams();
        coordinator.streams.armed = true;
        coordinator.streams.silent = false;
        coordinator.streams.forward = well.forward;
        coordinator.streams.reverse = well.reverse;
        coordinator.streams.applier = well.applier;
        coordinator.streams.differences = List.of();
        coordinator.backends.applier = new ApplierState("RUNNING", null);
        coordinator.backends.dead.clear();
        coordinator.backends.unwell.clear();
        coordinator.backends.builds.put(Side.SERVICE, new RunningBuild("vehicle-service", "2222222222222222"));
        forward.pause(false);
        reverse.pause(false);
    }

    private static List<Reason> ask(PhaseChange change) {
        return coordinator.bean(Gates.class).ask(new GateQuestion(TwoSides.API, change, OptionalLong.empty()));
    }

    private static Reason ask(String gate, PhaseChange change) {
        return ask(change).stream()
                .filter(answer -> answer.gate().equals(gate))
                .findFirst()
                .orElseThrow();
    }

    private static void assertShut(String gate, String reason) {
        assertShut(gate, FLIP, reason);
    }

    private static void assertShut(String gate, PhaseChange change, String reason) {
        Reason answer = ask(gate, change);
        assertThat(answer.ok()).as(answer.reason()).isFalse();
        assertThat(answer.reason()).contains(reason);
    }

    private static void assertOpen(String gate, PhaseChange change) {
        Reason answer = ask(gate, change);
        assertThat(answer.ok()).as(answer.reason()).isTrue();
    }

    @Test
    void allAreOpenWhenAllIsWell() {
        assertThat(ask(FLIP)).allMatch(Reason::ok).hasSize(15);
        assertThat(ask(FLIP)).noneMatch(answer -> answer.reason().isBlank());
    }

    @Test
    void lookingChangesNothing() {
        String before = sides.ownership(Side.LEGACY) + sides.ownership(Side.SERVICE) + coordinator.route();

        ask(FLIP);

        assertThat(sides.ownership(Side.LEGACY) + sides.ownership(Side.SERVICE) + coordinator.route())
                .isEqualTo(before);
    }

    @Test
    void guardOnlyWhatAChangeNeeds() {
        assertThat(ask(new PhaseChange(LEGACY, SYNCED)).stream().map(Reason::gate))
                .containsExactly("no-other-move", "ownership", "components-healthy");
        assertThat(ask(new PhaseChange(READS, LEGACY)).stream().map(Reason::gate))
                .containsExactly("no-other-move");
        assertThat(ask(new PhaseChange(SHADOW, CANARY)).stream().map(Reason::gate))
                .contains("contracts", "reconciliation")
                .doesNotContain("canary");
        assertThat(ask(new PhaseChange(CANARY, READS)).stream().map(Reason::gate))
                .contains("contracts", "reconciliation", "shadow", "canary");
    }

    /** A gate that cannot be evaluated is a no, with its reason. */
    @Test
    void areShutWhenTheyCannotBeEvaluated() {
        coordinator.streams.silent = true;

        for (String gate : List.of("streams-healthy", "appliers-running", "lag", "reconciliation")) {
            assertShut(gate, "could not be evaluated: cdc does not answer");
        }
        assertShut("components-healthy", "cdc does not answer");
    }

    @Test
    void areShutWhenADatabaseCannotBeAsked() {
        DataSource away = new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                throw new SQLException("connection refused");
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        };
        Gate broken = new GuardCoverage(new SideDatabases(sides.coordinator(Side.LEGACY), Map.of(TwoSides.API, away)));

        List<Reason> answers =
                new Gates(List.of(broken)).ask(new GateQuestion(TwoSides.API, FLIP, OptionalLong.empty()));

        assertThat(answers)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("millis")
                .containsExactly(Reason.no("guard-coverage", "could not be evaluated: connection refused"));
    }

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
    void noOtherMoveIsShutWhileAMoveRuns() {
        coordinator.cutovers().ask(TwoSides.API, READS, LEGACY);
        try {
            assertShut("no-other-move", "of vehicles is running");
            long running = coordinator.cutovers().running().orElseThrow().id();
            assertThat(coordinator
                            .bean(Gates.class)
                            .ask(new GateQuestion(
                                    TwoSides.API, new PhaseChange(READS, LEGACY), OptionalLong.of(running))))
                    .allMatch(Reason::ok);
        } finally {
            new JdbcTemplate(sides.migration())
                    .update("UPDATE cutover SET state = 'ABORTED', ended_at = now() WHERE state = 'RUNNING'");
        }
    }

    @Test
    void ownershipIsShutWhenTheDatabasesSaySomethingElse() {
        JdbcTemplate root = new JdbcTemplate(sides.superuser(Side.SERVICE));
        root.update("UPDATE sync.ownership SET owner = 'service'");
        try {
            assertShut("ownership", "both databases own the rows");
        } finally {
            root.update("UPDATE sync.ownership SET owner = 'nobody'");
        }
        assertShut("ownership", FLIP_BACK, "service does not own the rows");
        assertShut("ownership", new PhaseChange(CANARY, READS), "does not stand at CANARY");
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

    @Test
    void componentsHealthyIsShutWhenOneIsUnwell() {
        coordinator.backends.unwell.put(Side.SERVICE, "its database is away");
        assertShut("components-healthy", "vehicle-service is down: its database is away");

        coordinator.backends.dead.add(Side.LEGACY);
        assertShut("components-healthy", "legacy-monolith does not answer");
    }

    @DisplayName("rule 32: a flip back needs the service's database and cdc, not the service")
    @Test
    void aFlipBackIsPossibleWhileTheServiceIsDead() {
        coordinator.backends.dead.add(Side.SERVICE);

        assertThat(ask(FLIP_BACK).stream().filter(answer -> !answer.ok()).map(Reason::gate))
                .containsExactly("ownership");
        coordinator.streams.silent = true;
        assertShut("components-healthy", FLIP_BACK, "cdc does not answer");
    }

    @Test
    void contractsIsShutForABuildThatWasNotVerified() {
        coordinator.backends.builds.put(Side.SERVICE, new RunningBuild("vehicle-service", "3333333333333333"));

        assertShut(
                "contracts",
                "the contract of rentwave-web with vehicle-service build 3333333333333333 has not been verified");
        assertOpen("contracts", FLIP_BACK);
    }

    @Test
    void contractsIsShutForAChangedPact() throws IOException {
        var file = coordinator.pacts.resolve("rentwave-web.json");
        Files.writeString(file, Coordinator.PACT + "\n");
        try {
            assertShut("contracts", "legacy-monolith build 1111111111111111 has not been verified");
        } finally {
            Files.writeString(file, Coordinator.PACT);
        }
    }

    @Test
    void contractsIsShutWhenTheNewestVerificationFailed() {
        Verifications verifications = coordinator.bean(Verifications.class);
        Verification broken = new Verification(
                "rentwave-web",
                "vehicle-service",
                "2222222222222222",
                Coordinator.hash(Coordinator.PACT),
                false,
                Instant.now(),
                List.of("a vehicle has no price"));
        verifications.add(broken);
        try {
            assertShut("contracts", "vehicle-service build 2222222222222222 is broken");
        } finally {
            coordinator.verified();
        }
        assertOpen("contracts", FLIP);
    }

    @Test
    void contractsIsShutWhenThereIsNoPactOrOneCannotBeRead() throws IOException {
        var file = coordinator.pacts.resolve("rentwave-web.json");
        Files.delete(file);
        try {
            assertShut("contracts", "rentwave-web has no contract about vehicles");
            Files.writeString(coordinator.pacts.resolve("broken.json"), "{");
            assertShut("contracts", "could not be evaluated: broken.json");
        } finally {
            Files.deleteIfExists(coordinator.pacts.resolve("broken.json"));
            Files.writeString(file, Coordinator.PACT);
        }
    }
}
