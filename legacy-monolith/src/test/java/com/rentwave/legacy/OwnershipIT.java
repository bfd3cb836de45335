package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Samples.GOLF;
import static com.rentwave.legacy.Samples.golf;
import static com.rentwave.legacy.TestDatabase.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rentwave.legacy.Call.Reply;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the monolith does with writes to vehicles while it does not own them. */
class OwnershipIT {

    private static final String LOCK = "SELECT pg_advisory_xact_lock(sync.lock_key('vehicles'))";
    private static final String FENCE =
            "UPDATE sync.ownership SET owner = 'nobody', epoch = epoch + 1 WHERE api = 'vehicles'";

    private static TestDatabase database;
    private static Person alice;
    private static Person bob;

    private Reply vehicle;

    @BeforeAll
    static void signIn() {
        database = RunningMonolith.get().database();
        alice = Person.somebody();
        bob = Person.somebody().with(1_000_000, "EUR");
    }

    @BeforeEach
    void ownVehicles() {
        database.own("legacy", 0);
        vehicle = golf(alice);
    }

    @AfterEach
    void ownVehiclesAgain() {
        database.own("legacy", 0);
    }

    @DisplayName("rule 7: answers every write with 421 and the epoch and changes nothing")
    @Test
    void answersEveryWriteWith421AndTheEpochAndChangesNothing() {
        database.own("nobody", 7);
        String before = rows();
        String address = vehicle.header("Location");

        List<Reply> replies = List.of(
                call("POST", "/api/vehicles").by(alice).key("o1").json(GOLF).send(),
                call("PUT", address)
                        .by(alice)
                        .key("o2")
                        .header("If-Match", "*")
                        .json(GOLF)
                        .send(),
                call("PUT", address + "/availability")
                        .by(alice)
                        .json("{\"available\":false}")
                        .send(),
                call("DELETE", address).by(bob).send(),
                call("DELETE", "/api/vehicles/999999999").by(bob).send());

        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(421);
            assertThat(reply.problem()).isEqualTo("not-owner");
            assertThat(reply.body()).contains("This side does not own vehicles at the moment. Nothing was changed.");
            assertThat(reply.header("RentWave-Epoch")).isEqualTo("7");
            assertThat(reply.header("RentWave-Position")).isNull();
        });
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void stillReadsAndRentsWhatItDoesNotOwn() {
        database.own("nobody", 1);

        Reply read = call("GET", vehicle.header("Location")).send();
        Reply rented = call("POST", "/api/rentals")
                .by(bob)
                .json("{\"item\":{\"type\":\"vehicle\",\"id\":" + vehicle.id()
                        + "},\"from\":\"2999-01-01\",\"to\":\"2999-01-02\"}")
                .send();

        assertThat(read.body()).isEqualTo(vehicle.body());
        assertThat(rented.status()).isEqualTo(201);
    }

    @Test
    void staysTheOwnerWhateverBecomesOfAnotherApi() {
        database.own("rentals", "nobody", 1);
        try {
            assertThat(golf(alice).status()).isEqualTo(201);
        } finally {
            database.own("rentals", "legacy", 0);
        }
    }

    @DisplayName("rule 20: keeps no key of a refused write so that its repetition counts")
    @Test
    void keepsNoKeyOfARefusedWriteSoThatItsRepetitionCounts() {
        database.own("nobody", 1);
        Reply refused =
                call("POST", "/api/vehicles").by(alice).key("again").json(GOLF).send();
        assertThat(keys("again")).isZero();

        database.own("legacy", 2);
        Reply accepted =
                call("POST", "/api/vehicles").by(alice).key("again").json(GOLF).send();

        assertThat(refused.status()).isEqualTo(421);
        assertThat(accepted.status()).isEqualTo(201);
        assertThat(keys("again")).isEqualTo(1);
    }

    @DisplayName(
            "rule 20: the other side's keys arrive with its rows, and a retry that crosses a flip is answered by them")
    @Test
    void answersWithAKeyThatCameWithTheRows() {
        Reply first =
                call("POST", "/api/vehicles").by(alice).key("synced").json(GOLF).send();
        database.execute(
                "UPDATE t_veh_idem SET resp_tx = '{\"id\":2}', loc_tx = '/api/vehicles/2' WHERE idem_key = 'synced'");

        Reply second = call("POST", "/api/vehicles")
                .by(alice)
                .key("synced")
                .json(GOLF)
                .planted()
                .send();

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo("{\"id\":2}");
        assertThat(second.header("Location")).isEqualTo("/api/vehicles/2");
    }

    @DisplayName("rule 1: a request that waits for the fence to commit is refused after it")
    @Test
    void refusesAWriteThatWasOnItsWayDuringTheFence() throws Exception {
        CompletableFuture<Reply> write;
        try (Connection fence = database.as("rentwave_coordinator")) {
            fence.setAutoCommit(false);
            execute(fence, LOCK);
            write = CompletableFuture.supplyAsync(
                    () -> call("POST", "/api/vehicles").by(alice).json(GOLF).send());
            await("the write queues for the lock")
                    .until(() -> database.number("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);
            execute(fence, FENCE);
            fence.commit();
        }

        Reply reply = write.get();

        assertThat(reply.status()).isEqualTo(421);
        assertThat(reply.header("RentWave-Epoch")).isEqualTo("1");
    }

    @DisplayName("rule 1: a transaction begun before the fence cannot write vehicles after it")
    @ParameterizedTest
    @ValueSource(ints = {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE})
    void aTransactionBegunBeforeTheFenceCannotWriteVehiclesAfterIt(int isolation) throws SQLException {
        try (Connection writer = database.as("rentwave_legacy")) {
            writer.setAutoCommit(false);
            writer.setTransactionIsolation(isolation);
            execute(writer, "SELECT count(*) FROM t_veh");

            database.execute(FENCE);

            assertThatThrownBy(() -> execute(writer, "UPDATE t_veh SET ver_no = ver_no + 1"))
                    .isInstanceOf(SQLException.class)
                    .hasFieldOrPropertyWithValue("SQLState", "40001");
        }
    }

    @DisplayName("rule 11: guards every table of the API against every session")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE t_veh SET ver_no = 1 WHERE false",
                "DELETE FROM t_veh_idem",
                "TRUNCATE t_veh",
                "TRUNCATE t_veh_idem",
                "TRUNCATE t_usr CASCADE",
                "INSERT INTO t_veh_idem VALUES (1, 'x', 'h', 200, NULL, NULL, NULL, now())"
            })
    void guardsEveryTableOfTheApiAgainstEverySession(String statement) throws SQLException {
        database.own("nobody", 1);

        try (Connection owner = database.as("rentwave_legacy");
                Connection replica = database.as("postgres")) {
            execute(replica, "SET session_replication_role = replica");
            for (Connection session : List.of(owner, replica)) {
                assertThatThrownBy(() -> execute(session, statement))
                        .isInstanceOf(SQLException.class)
                        .hasFieldOrPropertyWithValue("SQLState", "RW001");
            }
        }
    }

    @DisplayName("rule 11: leaves no table of the API unguarded")
    @Test
    void leavesNoTableOfTheApiUnguarded() {
        assertThat(database.column("SELECT relation FROM sync.unguarded('vehicles')"))
                .isEmpty();
        assertThat(database.column("SELECT name FROM sync.guarded_table WHERE api = 'vehicles' ORDER BY 1"))
                .containsExactly("t_veh", "t_veh_idem");
        assertThat(
                        database.column(
                                "SELECT schemaname || '.' || tablename FROM pg_publication_tables WHERE pubname = 'rentwave' ORDER BY 1"))
                .containsExactly(
                        "public.t_outbx",
                        "public.t_rnt",
                        "public.t_rnt_idem",
                        "public.t_rnt_late",
                        "public.t_veh",
                        "public.t_veh_idem",
                        "sync.ownership");
    }

    @DisplayName("rule 28: publishes whole rows")
    @Test
    void publishesWholeRows() {
        assertThat(database.column("SELECT relname FROM pg_class WHERE relreplident = 'f' ORDER BY 1"))
                .containsExactly("t_rnt", "t_rnt_idem", "t_rnt_late", "t_veh", "t_veh_idem");
    }

    @Test
    void letsTheApplierWriteWhatTheMonolithMayNot() throws SQLException {
        database.own("nobody", 1);
        database.execute("SELECT pg_replication_origin_create('test')"
                + " WHERE NOT EXISTS (SELECT FROM pg_replication_origin WHERE roname = 'test')");
        try (Connection applier = database.as("rentwave_cdc")) {
            execute(applier, "SELECT pg_replication_origin_session_setup('test')");

            assertThat(execute(applier, "UPDATE t_veh SET mdl_nm = 'Polo' WHERE veh_id = ?", vehicle.id()))
                    .isEqualTo(1);
        }
        assertThat(call("GET", vehicle.header("Location")).send().body())
                .as("nothing is cached")
                .contains("\"model\":\"Polo\"");
    }

    private static long keys(String key) {
        return database.number("SELECT count(*) FROM t_veh_idem WHERE idem_key = ?", key);
    }

    private static String rows() {
        return String.join(
                "\n",
                database.column("SELECT v::text FROM t_veh v UNION ALL SELECT i::text FROM t_veh_idem i ORDER BY 1"));
    }
}
