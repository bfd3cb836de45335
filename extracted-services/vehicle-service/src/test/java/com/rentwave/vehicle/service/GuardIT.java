package com.rentwave.vehicle.service;

import static com.rentwave.vehicle.service.Samples.GOLF;
import static com.rentwave.vehicle.service.Samples.addedAddress;
import static com.rentwave.vehicle.service.TestService.ALICE;
import static com.rentwave.vehicle.service.TestService.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rentwave.service.NotOwner;
import com.rentwave.service.store.Ownership;
import com.rentwave.service.testing.Call;
import com.rentwave.service.testing.Reply;
import com.rentwave.service.testing.ServiceDatabase;
import com.rentwave.vehicle.Vehicles;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.UncategorizedSQLException;

/** Ownership is decided by the database, whoever writes and however. */
class GuardIT {

    private static final ServiceDatabase DATABASE = TestService.database();

    private static final String INSERT = """
            INSERT INTO vehicle VALUES (900, 1, 'a', 'b', 2000, 'MINI', 1, 1, 'MANUAL', 'PETROL', 'FRONT', '{}', 1, 1, 'EUR',
                1, 2, true, 0, now(), now())""";

    private String address;

    @BeforeEach
    void ownVehicles() {
        TestService.owns();
        address = addedAddress(ALICE);
    }

    @DisplayName(
            "rule 7: 421 only when nothing happened, and with the epoch that tells the facade how old its routes are")
    @Test
    void answersMisdirectedAndChangesNothingWhileTheOtherSideOwns() {
        long epoch = TestService.nextEpoch();
        DATABASE.takeOwnership(epoch);
        String before = DATABASE.rows();

        for (Call write : everyWrite()) {
            Reply reply = write.header("Idempotency-Key", "while-fenced").send();

            assertThat(reply.status()).isEqualTo(421);
            assertThat(reply.header("RentWave-Epoch")).isEqualTo(Long.toString(epoch));
            assertThat(reply.header("RentWave-Position")).isNull();
            assertThat(reply.body())
                    .startsWith(
                            "{\"type\":\"urn:rentwave:problem:not-owner\",\"title\":\"Not the owner\",\"status\":421,"
                                    + "\"detail\":\"This side does not own vehicles at the moment. Nothing was changed.\",");
        }
        assertThat(DATABASE.rows()).isEqualTo(before);
        assertThat(call("GET", address).send().status()).isEqualTo(200);
    }

    @DisplayName(
            "rule 7: ownership comes before the key, so a re-sent request never hears of another side's old answers")
    @Test
    void assertsOwnershipBeforeItLooksAtTheKey() {
        Call first = call("POST", "/api/vehicles").by(ALICE).header("Idempotency-Key", "k1");
        assertThat(first.json(GOLF).send().status()).isEqualTo(201);
        DATABASE.takeOwnership(TestService.nextEpoch());

        Reply again = call("POST", "/api/vehicles")
                .by(ALICE)
                .header("Idempotency-Key", "k1")
                .json(GOLF)
                .send();

        assertThat(again.status()).isEqualTo(421);
    }

    @DisplayName("rule 20: the key is a row of the same transaction and stands under the same guard")
    @Test
    void keepsNoKeyOfARefusedWrite() {
        DATABASE.takeOwnership(TestService.nextEpoch());
        Reply refused = post("k2").send();
        DATABASE.giveOwnership(TestService.nextEpoch());

        Reply repeated = post("k2").send();

        assertThat(refused.status()).isEqualTo(421);
        assertThat(repeated.status()).isEqualTo(201);
        assertThat(DATABASE.number("SELECT count(*) FROM vehicle_idempotency WHERE key = 'k2'"))
                .isEqualTo(1);
    }

    @DisplayName("rule 20: nobody can keep a key, or forget one, on the side that does not own")
    @Test
    void guardsTheKeysLikeTheVehicles() {
        post("k3").send();
        DATABASE.takeOwnership(TestService.nextEpoch());

        refusedAs("RW001", "rentwave_vehicles", "DELETE FROM vehicle_idempotency");
        refusedAs("RW001", "rentwave_vehicles", "TRUNCATE vehicle_idempotency");
        assertThat(DATABASE.number("SELECT count(*) FROM vehicle_idempotency")).isEqualTo(1);
    }

    @DisplayName("rule 1: refuses a transaction whose snapshot is older than the fence")
    @Test
    void refusesATransactionWhoseSnapshotIsOlderThanTheFence() throws SQLException {
        for (int level : List.of(Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE)) {
            DATABASE.giveOwnership(TestService.nextEpoch());
            try (Connection old = DATABASE.connect("rentwave_vehicles");
                    Statement statement = old.createStatement()) {
                old.setAutoCommit(false);
                old.setTransactionIsolation(level);
                statement.executeQuery("SELECT count(*) FROM vehicle").close();
                DATABASE.takeOwnership(TestService.nextEpoch());

                refused("40001", () -> statement.executeUpdate(INSERT));
                old.rollback();
            }
        }
        assertThat(DATABASE.number("SELECT count(*) FROM vehicle WHERE id = 900"))
                .isZero();
    }

    @DisplayName(
            "rule 1: under READ COMMITTED the guard's lock waits for the fence, and what it reads then is newer than the fence")
    @Test
    void refusesAWriteThatWaitedForTheFence() throws SQLException {
        try (Connection coordinator = DATABASE.connect("rentwave_coordinator");
                Statement fence = coordinator.createStatement()) {
            coordinator.setAutoCommit(false);
            fence.execute("SELECT pg_advisory_xact_lock(sync.lock_key('vehicles'))");
            fence.execute("UPDATE sync.ownership SET owner = 'nobody', epoch = epoch + 1 WHERE api = 'vehicles'");
            CompletableFuture<Reply> write =
                    CompletableFuture.supplyAsync(() -> post("k4").send());
            Awaitility.await("the write queues at the guard, and the cleaning, which goes on all the time")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> DATABASE.number("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'advisory'"
                                    + " AND datname = 'vehicle_service'")
                            == 2);

            coordinator.commit();

            assertThat(write.join().status()).isEqualTo(421);
        }
    }

    @DisplayName("rule 1: what the guard says to an old snapshot is said to the facade as 421")
    @Test
    void answersASerializationFailureLikeARefusal() {
        long epoch = TestService.owns();
        Ownership ownership = TestService.bean(Ownership.class);

        assertThatThrownBy(() -> ownership.write(() -> {
                    throw new UncategorizedSQLException("write", "INSERT", new SQLException("snapshot", "40001"));
                }))
                .isInstanceOfSatisfying(
                        NotOwner.class, e -> assertThat(e.epoch()).isEqualTo(epoch));
    }

    @Test
    void takesBackARehearsalWhoeverOwns() {
        Ownership ownership = TestService.bean(Ownership.class);
        Vehicles vehicles = TestService.bean(Vehicles.class);
        String before = DATABASE.rows();
        Runnable removal = () -> {
            vehicles.remove(vehicles.findToChange(id()).orElseThrow());
            vehicles.flush();
        };

        ownership.rehearse(removal);
        DATABASE.takeOwnership(TestService.nextEpoch());
        ownership.rehearse(removal);

        assertThat(DATABASE.rows()).isEqualTo(before);
    }

    private long id() {
        return Long.parseLong(address.substring("/api/vehicles/".length()));
    }

    @DisplayName("rule 11: refuses TRUNCATE")
    @Test
    void refusesTruncate() {
        DATABASE.takeOwnership(TestService.nextEpoch());

        refusedAs("RW001", "rentwave_vehicles", "TRUNCATE vehicle");
        refusedAs("RW001", "postgres", "TRUNCATE vehicle CASCADE");
        assertThat(DATABASE.number("SELECT count(*) FROM vehicle")).isEqualTo(1);
    }

    @DisplayName("rule 11: refuses a superuser who switches triggers off")
    @Test
    void refusesASuperuserWhoSwitchesTriggersOff() {
        DATABASE.takeOwnership(TestService.nextEpoch());

        refusedAs("RW001", "postgres", "SET session_replication_role = replica", INSERT);
        refusedAs("RW001", "postgres", "SET session_replication_role = replica", "DELETE FROM vehicle");
        refusedAs("RW001", "postgres", "SET session_replication_role = replica", "TRUNCATE vehicle");
    }

    @DisplayName("rule 11: the gate that checks the coverage finds nothing to complain of")
    @Test
    void leavesNoTableOfTheApiUnguarded() {
        assertThat(DATABASE.number("SELECT count(*) FROM sync.unguarded('vehicles')"))
                .isZero();
        assertThat(DATABASE.text("SELECT string_agg(name, ',' ORDER BY name) FROM sync.guarded_table"))
                .isEqualTo("vehicle,vehicle_idempotency");
    }

    /** Only the applier's role may say that its session is an applier's. */
    @Test
    void letsNobodyButAnApplierPassForOne() {
        DATABASE.takeOwnership(TestService.nextEpoch());
        DATABASE.execute(
                "SELECT pg_replication_origin_create('guard_it') WHERE pg_replication_origin_oid('guard_it') IS NULL");

        refusedAs("42501", "rentwave_vehicles", "SELECT pg_replication_origin_session_setup('guard_it')");
        refusedAs("RW001", "rentwave_vehicles_sync", INSERT);
    }

    private static Call post(String key) {
        return call("POST", "/api/vehicles")
                .by(ALICE)
                .header("Idempotency-Key", key)
                .json(GOLF);
    }

    private List<Call> everyWrite() {
        return List.of(
                call("POST", "/api/vehicles").by(ALICE).json(GOLF),
                call("PUT", address).by(ALICE).header("If-Match", "*").json(GOLF),
                call("PUT", address + "/availability").by(ALICE).json("{\"available\":false}"),
                call("DELETE", address).by(ALICE),
                call("DELETE", "/api/vehicles/997").by(ALICE));
    }

    private static void refusedAs(String sqlState, String role, String... statements) {
        try (Connection connection = DATABASE.connect(role);
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < statements.length - 1; i++) {
                statement.execute(statements[i]);
            }
            refused(sqlState, () -> statement.execute(statements[statements.length - 1]));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refused(String sqlState, ThrowingCallable write) {
        assertThatThrownBy(write).isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState())
                .isEqualTo(sqlState));
    }
}
