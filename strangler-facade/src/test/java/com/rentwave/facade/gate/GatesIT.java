package com.rentwave.facade.gate;

import static com.rentwave.facade.cutover.CutoverPhase.CANARY;
import static com.rentwave.facade.cutover.CutoverPhase.LEGACY;
import static com.rentwave.facade.cutover.CutoverPhase.READS;
import static com.rentwave.facade.cutover.CutoverPhase.SHADOW;
import static com.rentwave.facade.cutover.CutoverPhase.SYNCED;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.facade.backend.RunningBuild;
import com.rentwave.facade.contract.Verification;
import com.rentwave.facade.contract.Verifications;
import com.rentwave.facade.cutover.Coordinator;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.cutover.Reason;
import com.rentwave.facade.cutover.TwoSides;
import com.rentwave.facade.ownership.SideDatabases;
import com.rentwave.sync.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Every gate in front of the flip and the flip back: open when all is well, shut with a reason when it is not. */
class GatesIT extends WithGates {

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

    @Test
    void noOtherMoveIsShutWhileAMoveRuns() {
        coordinator.cutovers().ask(TwoSides.API, READS, LEGACY, Coordinator.OPERATOR);
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
