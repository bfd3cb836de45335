package com.rentwave.vehicle.service;

import static com.rentwave.vehicle.service.Samples.GOLF;
import static com.rentwave.vehicle.service.Samples.added;
import static com.rentwave.vehicle.service.TestService.ALICE;
import static com.rentwave.vehicle.service.TestService.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.service.testing.Reply;
import com.rentwave.service.testing.ServiceDatabase;
import com.rentwave.sync.Lsn;
import com.rentwave.sync.Position;
import com.rentwave.sync.Side;
import com.rentwave.vehicle.store.VehicleReads;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules 6, 10 and 21: what a reader has seen on the other side is here, or it is told that it is not. */
class AwaitIT {

    private static final ServiceDatabase DATABASE = TestService.database();

    private long epoch;

    @BeforeEach
    void applyRowsUpTo0x100() {
        epoch = TestService.owns();
        DATABASE.execute("INSERT INTO sync.apply_position VALUES" + " ('rentwave.rows.vehicles.legacy', 7, '42', 1, "
                + (epoch + 1) + ", '0/100', now())");
    }

    @Test
    void answersWithItsOwnPositionWhileItOwns() {
        Position written = position(added(ALICE, GOLF));
        Position later = position(added(ALICE, GOLF));
        Position read = position(call("GET", "/api/vehicles").send());

        assertThat(written.side()).isEqualTo(Side.SERVICE);
        assertThat(written.epoch()).isEqualTo(epoch);
        assertThat(later.lsn()).isGreaterThan(written.lsn());
        assertThat(read.lsn().isAtLeast(later.lsn())).isTrue();
        assertThat(await("/api/vehicles", later.toString(), 0).status()).isEqualTo(200);
    }

    @DisplayName("rule 6: the position that comes with a write is behind its own COMMIT")
    @Test
    void tellsTheWritersPositionAfterTheCommit() {
        DATABASE.execute("SELECT pg_create_logical_replication_slot('commits', 'test_decoding')");
        try {
            Position told = position(added(ALICE, GOLF));
            DATABASE.execute("SELECT pg_logical_emit_message(false, 'flush', '', true)");

            Lsn committed = Lsn.parse(DATABASE.text("""
                    WITH seen AS (
                        SELECT lsn, xid::text AS x, data FROM pg_logical_slot_peek_changes('commits', NULL, NULL))
                    SELECT max(lsn) FROM seen WHERE data LIKE 'COMMIT%'
                        AND x IN (SELECT x FROM seen WHERE data LIKE 'table public.vehicle: INSERT:%')"""));
            assertThat(told.lsn().isAtLeast(committed)).isTrue();
        } finally {
            DATABASE.execute("SELECT pg_drop_replication_slot('commits')");
        }
    }

    @Test
    void answersWithTheAppliedPositionWhileTheOtherSideOwns() {
        DATABASE.takeOwnership(epoch + 1);

        Position read = position(call("GET", "/api/vehicles").send());

        assertThat(read).isEqualTo(new Position(Side.LEGACY, epoch + 1, "42", 1, new Lsn(0x100)));
    }

    /** Told by the statement that reads the rows. */
    @Test
    void aReadThatFindsRowsTellsTheAppliedPositionWhileTheOtherSideOwns() {
        Reply added = added(ALICE, GOLF);
        DATABASE.takeOwnership(epoch + 1);
        Position applied = new Position(Side.LEGACY, epoch + 1, "42", 1, new Lsn(0x100));

        assertThat(position(call("GET", "/api/vehicles").send())).isEqualTo(applied);
        assertThat(position(call("GET", added.header("Location")).send())).isEqualTo(applied);
        long id = Long.parseLong(added.header("Location").substring("/api/vehicles/".length()));
        assertThat(TestService.bean(VehicleReads.class).find(id).at()).contains(applied);
    }

    @Test
    void letsAReaderInThatHasSeenNoMoreThanIsApplied() {
        DATABASE.takeOwnership(epoch + 1);

        assertThat(await("/api/vehicles", "legacy:" + (epoch + 1) + ":42:1:0/100", 0)
                        .status())
                .isEqualTo(200);
        assertThat(await("/api/vehicles", "legacy:" + epoch + ":99:7:F/FF", 0).status())
                .isEqualTo(200);
    }

    @Test
    void sendsAReaderAwayWhoseRowsDoNotArriveInTime() {
        DATABASE.takeOwnership(epoch + 1);

        Reply reply = await("/api/vehicles/x?y", "legacy:" + (epoch + 1) + ":42:1:0/101", 30);

        assertThat(reply.status()).isEqualTo(425);
        assertThat(reply.header("RentWave-Position")).isNull();
        assertThat(reply.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(reply.body())
                .isEqualTo("{\"type\":\"urn:rentwave:problem:position-not-reached\",\"title\":\"Not there yet\","
                        + "\"status\":425,\"detail\":\"This side has not applied the asked position yet.\","
                        + "\"instance\":\"/api/vehicles/x\"}");
    }

    /** The rows come when the reader has looked for them in vain and looks again. */
    @Test
    void waitsForRowsThatAreOnTheirWay() throws SQLException {
        DATABASE.takeOwnership(epoch + 1);
        CompletableFuture<Reply> waiting;
        try (Connection applier = DATABASE.connect("postgres");
                Statement statement = applier.createStatement()) {
            applier.setAutoCommit(false);
            statement.execute("LOCK TABLE sync.apply_position");
            waiting = CompletableFuture.supplyAsync(
                    () -> await("/api/vehicles", "legacy:" + (epoch + 1) + ":42:1:0/200", 5000));
            awaitLook();
            applier.commit();
            statement.execute("LOCK TABLE sync.apply_position");
            awaitLook();

            assertThat(waiting).isNotDone();
            statement.execute("UPDATE sync.apply_position SET applied_lsn = '0/200'");
            applier.commit();
        }

        assertThat(waiting.join().status()).isEqualTo(200);
    }

    private static void awaitLook() {
        Awaitility.await("the service looks how far the rows are applied")
                .until(() -> DATABASE.number("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                + " AND usename = 'rentwave_vehicles' AND query LIKE '%apply_position%'")
                        > 0);
    }

    @Test
    void sendsAReaderAwayWhosePositionItCannotKnow() {
        DATABASE.takeOwnership(epoch + 1);

        assertThat(await("/api/vehicles", "service:" + epoch + ":1:1:0/1", 0).status())
                .isEqualTo(425);
        assertThat(await("/api/vehicles", "legacy:" + (epoch + 1) + ":42:2:0/1", 0)
                        .status())
                .isEqualTo(425);
        assertThat(await("/api/vehicles", "nonsense", 0).status()).isEqualTo(425);
    }

    @Test
    void waitsBeforeItLooksAtAnythingElse() {
        DATABASE.takeOwnership(epoch + 1);

        Reply reply = call("POST", "/api/nowhere")
                .header("Authorization", "Bearer forged")
                .header("RentWave-Await", "legacy:" + (epoch + 1) + ":42:1:0/101")
                .send();

        assertThat(reply.status()).isEqualTo(425);
    }

    private static Reply await(String path, String position, int millis) {
        return call("GET", path)
                .header("RentWave-Await", position)
                .header("RentWave-Await-Millis", Integer.toString(millis))
                .send();
    }

    private static Position position(Reply reply) {
        return Position.parse(reply.header("RentWave-Position")).orElseThrow();
    }
}
