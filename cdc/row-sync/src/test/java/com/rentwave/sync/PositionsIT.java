package com.rentwave.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rules 6, 10 and 21 of the cutover's risks, on a real PostgreSQL. */
@ExtendWith(Servers.class)
class PositionsIT {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(20);

    private TestDatabase legacy;
    private TestDatabase service;
    private Positions inLegacy;
    private Positions inService;

    @BeforeEach
    void databases() throws SQLException {
        TestCluster cluster = TestCluster.start();
        legacy = cluster.database(Side.LEGACY);
        service = cluster.database(Side.SERVICE);
        inLegacy = new Positions(legacy.app(), "vehicles");
        inService = new Positions(service.app(), "vehicles");
    }

    @DisplayName("rule 6: the owner's position is its own log and covers every commit before it")
    @Test
    void theOwnersPositionIsItsOwnLogAndCoversEveryCommitBeforeIt() throws SQLException {
        String before = legacy.text("SELECT pg_current_wal_insert_lsn()");
        legacy.run("INSERT INTO t_veh_idem VALUES (1, 'k', 'h', 200, NULL, NULL, NULL, now())");

        Position position = inLegacy.current();

        assertThat(position.side()).isEqualTo(Side.LEGACY);
        assertThat(position.epoch()).isZero();
        assertThat(position.systemId()).isEqualTo(legacy.text("SELECT system_identifier FROM pg_control_system()"));
        assertThat(position.timeline()).isEqualTo(1);
        assertThat(position.lsn()).isGreaterThan(Lsn.parse(before));
        assertThat(Position.parse(position.toString())).contains(position);
    }

    @Test
    void theOtherSidesPositionIsWhatItHasApplied() throws SQLException {
        applied(service, 3, "0/500");

        assertThat(inService.current()).hasToString("legacy:3:" + systemId() + ":1:0/500");
    }

    @Test
    void aSideThatHasAppliedNothingHasNoPosition() throws SQLException {
        assertThat(inService.current()).hasToString("legacy:0:0:0:0/0");
    }

    /** Between the fence and the successor's first record the old owner still shows what only its own log can name. */
    @Test
    void theFencedOwnersPositionIsStillItsOwnLog() throws SQLException {
        applied(legacy, 0, "0/500");
        legacy.own("nobody", 1);

        assertThat(inLegacy.current().side()).isEqualTo(Side.LEGACY);
        assertThat(inLegacy.current().epoch()).isEqualTo(1);

        applied(legacy, 1, "0/600");
        assertThat(inLegacy.current()).hasToString("service:1:" + systemId() + ":1:0/600");
    }

    @Test
    void everySideHasWhatWasSeenInItsOwnLog() throws SQLException {
        assertThat(inLegacy.await(inLegacy.current(), SHORT)).isTrue();
    }

    @Test
    void aPositionOfThisSideButOfAnotherClusterOrTimelineIsNeverReached() throws SQLException {
        Position own = inLegacy.current();

        assertThat(inLegacy.await(new Position(Side.LEGACY, 0, "1", own.timeline(), own.lsn()), LONG))
                .isFalse();
        assertThat(inLegacy.await(new Position(Side.LEGACY, 0, own.systemId(), 2, own.lsn()), LONG))
                .isFalse();
    }

    @Test
    void hasWhatItHasAppliedAndNothingBeyond() throws SQLException {
        applied(service, 0, "0/500");

        assertThat(inService.await(position("legacy:0:%s:1:0/4FF"), SHORT)).isTrue();
        assertThat(inService.await(position("legacy:0:%s:1:0/500"), SHORT)).isTrue();
        assertThat(inService.await(position("legacy:0:%s:1:0/501"), SHORT)).isFalse();
    }

    @DisplayName("rule 21: an older epoch is satisfied")
    @Test
    void anOlderEpochIsSatisfied() throws SQLException {
        applied(service, 1, "0/500");
        service.own("nobody", 1);

        assertThat(inService.await(position("legacy:0:%s:1:9/0"), SHORT)).isTrue();
        assertThat(inService.await(position("legacy:0:77:8:9/0"), SHORT)).isTrue();
    }

    @DisplayName("rule 21: an unknown timeline or cluster is not reached")
    @Test
    void anUnknownTimelineOrClusterIsNotReached() throws SQLException {
        applied(service, 0, "0/500");

        assertThat(inService.await(position("legacy:0:%s:2:0/100"), SHORT)).isFalse();
        assertThat(inService.await(position("legacy:0:77:1:0/100"), SHORT)).isFalse();
    }

    @DisplayName("rule 10: a newer epoch is reached only by its position")
    @Test
    void aNewerEpochIsReachedOnlyByItsPosition() throws SQLException {
        applied(service, 0, "0/500");

        assertThat(inService.await(position("legacy:1:%s:1:0/501"), SHORT)).isFalse();
        assertThat(inService.await(position("legacy:1:%s:1:0/500"), SHORT)).isTrue();
    }

    @Test
    void theOwnerHasWhatTheOtherSideHadWhenItsEpochBegan() throws SQLException {
        service.own("service", 1);

        assertThat(inService.await(position("legacy:1:%s:1:9/0"), SHORT)).isTrue();
        assertThat(inService.await(position("legacy:2:%s:1:9/0"), SHORT)).isFalse();
    }

    @Test
    void waitsUntilThePositionIsApplied() throws SQLException {
        applied(service, 0, "0/500");
        CompletableFuture<Boolean> reached = CompletableFuture.supplyAsync(() -> {
            try {
                return inService.await(position("legacy:0:%s:1:0/600"), LONG);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });

        applied(service, 0, "0/600");

        assertThat(reached).succeedsWithin(LONG).isEqualTo(true);
    }

    @Test
    void saysWhenTheApiIsUnknown() {
        Positions unknown = new Positions(legacy.app(), "boats");

        assertThatThrownBy(unknown::current).isInstanceOf(SQLException.class).hasMessageContaining("boats");
    }

    @DisplayName("rule 6: a read that asks along with its rows is told what it has seen itself, not what came after")
    @Test
    void aReadIsToldWhatItHasSeenItself() throws SQLException {
        applied(service, 3, "0/500");
        inService.current();
        Positions.Question question = inService.question();
        String answer =
                service.text("SELECT " + question.sql() + " FROM vehicle_idempotency RIGHT JOIN (VALUES (1)) ON true");

        applied(service, 3, "0/600");

        assertThat(question.answered(answer)).hasToString("legacy:3:" + systemId() + ":1:0/500");
        assertThat(inService.current()).hasToString("legacy:3:" + systemId() + ":1:0/600");
    }

    @Test
    void aReadOfTheOwnersRowsIsToldAPositionBehindThem() throws SQLException {
        legacy.run("INSERT INTO t_veh_idem VALUES (1, 'k', 'h', 200, NULL, NULL, NULL, now())");
        String written = legacy.text("SELECT pg_current_wal_insert_lsn()");
        inLegacy.current();
        Positions.Question question = inLegacy.question();

        Position seen = question.answered(legacy.text("SELECT " + question.sql() + " FROM t_veh_idem"));

        assertThat(seen.side()).isEqualTo(Side.LEGACY);
        assertThat(seen.systemId()).isEqualTo(systemId());
        assertThat(seen.lsn()).isGreaterThanOrEqualTo(Lsn.parse(written));
    }

    /** The answer does not name the cluster, which takes a file to be read; it names when the server started. */
    @Test
    void theAnswerOfAServerNotMetBeforeIsAskedForAgain() throws SQLException {
        applied(service, 3, "0/500");
        Positions.Question question = inService.question();
        String answer = service.text("SELECT " + question.sql());

        applied(service, 3, "0/600");

        assertThat(question.answered(answer)).hasToString("legacy:3:" + systemId() + ":1:0/600");
    }

    @Test
    void saysWhenTheApiOfAQuestionIsUnknown() {
        Positions.Question question = new Positions(legacy.app(), "boats").question();

        assertThatThrownBy(() -> question.answered(legacy.text("SELECT " + question.sql())))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("boats");
    }

    @Test
    void refusesWhatIsNoNameOfAnApi() {
        assertThatThrownBy(() -> new Positions(legacy.app(), "a' OR 'a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a' OR 'a");
    }

    private Position position(String form) {
        try {
            return Position.parse(String.format(form, systemId())).orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String systemId() throws SQLException {
        return legacy.text("SELECT system_identifier FROM pg_control_system()");
    }

    private void applied(TestDatabase database, long epoch, String lsn) throws SQLException {
        try (Connection connection = database.applier().getConnection()) {
            TestDatabase.run(
                    connection,
                    "INSERT INTO sync.apply_position VALUES (?, 5, ?, 1, ?, ?::pg_lsn, now()) ON CONFLICT (stream) DO UPDATE"
                            + " SET source_epoch = EXCLUDED.source_epoch, applied_lsn = EXCLUDED.applied_lsn",
                    RowRecord.topic("vehicles", database.side().other()),
                    systemId(),
                    epoch,
                    lsn);
        }
    }
}
