package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Copies.vehicle;
import static com.rentwave.legacy.Samples.GOLF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rentwave.legacy.Call.Reply;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the monolith does with vehicles when it has handed them over, and when it is retired from them for ever. */
class RetirementIT {

    private static final String RETIRE = "UPDATE sync.ownership SET owner = 'retired' WHERE api = 'vehicles'";

    private static TestDatabase database;
    private static Person owner;

    @BeforeAll
    static void signIn() {
        database = RunningMonolith.get().database();
        owner = Person.somebody();
    }

    @AfterAll
    static void ownAsAtFirst() {
        database.ownAsAtFirst();
    }

    @BeforeEach
    @AfterEach
    void beginAnew() {
        database.own("legacy", 0);
        await("answered and not counted").until(() -> {
            long counted = answered(Instant.EPOCH);
            return call("GET", "/api/vehicles").send().status() != 410 && answered(Instant.EPOCH) == counted;
        });
        database.execute("DELETE FROM t_api_use");
    }

    private static void retire() {
        database.own("nobody", 3);
        database.execute(RETIRE);
        await("retired").until(() -> call("GET", "/api/vehicles").send().status() == 410);
    }

    @Test
    void answersEveryAddressOfARetiredApiWith410() {
        long vehicle = vehicle(owner);
        retire();
        String address = "/api/vehicles/" + vehicle;

        List<Reply> replies = List.of(
                call("GET", "/api/vehicles").send(),
                call("GET", "/api/vehicles?limit=0").send(),
                call("GET", address).send(),
                call("GET", "/api/vehicles;a=b").send(),
                call("GET", "/api/%76ehicles").send(),
                call("GET", address).header("RentWave-Await", "nonsense").send(),
                call("POST", "/api/vehicles").by(owner).json(GOLF).send(),
                call("POST", "/api/vehicles").json("[").send(),
                call("PUT", address)
                        .by(owner)
                        .header("If-Match", "*")
                        .json(GOLF)
                        .send(),
                call("PUT", address + "/availability")
                        .by(owner)
                        .json("{\"available\":false}")
                        .send(),
                call("DELETE", address).by(owner).send(),
                call("GET", address + "/nothing").send());

        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(410);
            assertThat(reply.problem()).isEqualTo("retired");
            assertThat(reply.body())
                    .contains(
                            "\"title\":\"Retired\"",
                            "The monolith answers nothing of vehicles any more",
                            "Nothing was changed");
            assertThat(reply.header("RentWave-Position")).isNull();
        });
        assertThat(call("GET", "/api/vehiclesx").send().status()).isEqualTo(404);
    }

    /** The component's tables may be in anybody's hands: it does not even look. */
    @Test
    void touchesNoTableOfARetiredApi() {
        retire();
        database.execute("ALTER TABLE t_veh RENAME TO t_elsewhere");
        try {
            assertThat(call("GET", "/api/vehicles").send().status()).isEqualTo(410);
            assertThat(call("POST", "/api/vehicles").by(owner).json(GOLF).send().status())
                    .isEqualTo(410);
        } finally {
            database.execute("ALTER TABLE t_elsewhere RENAME TO t_veh");
        }
    }

    @Test
    void searchesAndRentsFromTheCopyThatIsFedOn() {
        retire();
        Person renter = Person.somebody().with(100_000, "EUR");

        long vehicle = vehicle(owner, Map.of("mdl_nm", "Afterlife"));
        Reply found = call("GET", "/api/search?type=vehicle&q=afterlife").send();
        Reply rented = Samples.rent(renter, "vehicle", vehicle, "2999-01-01", "2999-01-02")
                .send();

        assertThat(found.body()).contains("\"id\":" + vehicle + ",");
        assertThat(rented.status()).isEqualTo(201);
        assertThat(Internal.offer("vehicle", vehicle).send().status())
                .as("for other services the owner decides")
                .isEqualTo(421);
    }

    /** The fence for ever: no late flip, no rollback and no hand takes it back. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE sync.ownership SET owner = 'legacy', epoch = 9 WHERE api = 'vehicles' AND epoch < 9",
                "UPDATE sync.ownership SET owner = 'nobody', epoch = 4 WHERE api = 'vehicles' AND epoch = 3",
                "UPDATE sync.ownership SET owner = 'nobody' WHERE api = 'vehicles'",
                "UPDATE sync.ownership SET epoch = 4 WHERE api = 'vehicles'",
                "UPDATE sync.ownership SET api = 'x' WHERE api = 'vehicles'"
            })
    void isTakenBackByNobody(String statement) throws SQLException {
        database.own("nobody", 3);
        database.execute(RETIRE);

        try (Connection coordinator = database.as("rentwave_coordinator");
                Connection monolith = database.as("rentwave_legacy");
                Connection replica = database.as("postgres")) {
            TestDatabase.execute(replica, "SET session_replication_role = replica");
            for (Connection session : List.of(coordinator, monolith, replica)) {
                assertThatThrownBy(() -> TestDatabase.execute(session, statement))
                        .isInstanceOf(SQLException.class)
                        .hasFieldOrPropertyWithValue("SQLState", "RW002");
            }
        }
        assertThat(database.column("SELECT owner || ' ' || epoch FROM sync.ownership WHERE api = 'vehicles'"))
                .containsExactly("retired 3");
    }

    @Test
    void refusesWritesForEverAndLetsTheApplierWrite() throws SQLException {
        long vehicle = vehicle(owner);
        database.own("nobody", 3);
        database.execute(RETIRE);

        try (Connection monolith = database.as("rentwave_legacy")) {
            assertThatThrownBy(() -> TestDatabase.execute(monolith, "UPDATE t_veh SET ver_no = 1"))
                    .hasFieldOrPropertyWithValue("SQLState", "RW001");
        }
        Copies.change(vehicle, "mdl_nm", "Polo");
        assertThat(database.column("SELECT mdl_nm FROM t_veh WHERE veh_id = ?", vehicle))
                .containsExactly("Polo");
    }

    @Test
    void isNotRetiredFromWhatItOwns() {
        database.own("legacy", 3);

        assertThatThrownBy(() -> database.execute(RETIRE)).rootCause().hasFieldOrPropertyWithValue("SQLState", "RW002");
    }

    @Test
    void countsWhatItStillAnswersOnceAnotherSideOwnsTheApi() {
        Instant before = Instant.now(Clock.systemUTC());
        database.own("nobody", 3);
        await("counted").until(() -> {
            call("GET", "/api/vehicles").send();
            return answered(before) > 0;
        });
        long counted = answered(before);

        call("GET", "/api/vehicles/999999999").send();
        call("POST", "/api/vehicles").by(owner).json(GOLF).send();
        call("GET", "/api/rooms").send();

        assertThat(answered(before)).isEqualTo(counted + 2);
        assertThat(uses(before)).contains("\"watchedSince\":\"", "\"last\":\"");
        assertThat(uses(before.plusSeconds(3600))).contains("\"answered\":0}");
        assertThat(call("GET", "/internal/uses/rooms?since=" + before).send().status())
                .isEqualTo(404);
        assertThat(call("GET", "/internal/uses/vehicles?since=yesterday").send().status())
                .isEqualTo(404);
    }

    @Test
    void countsNothingWhileItIsTheOwner() {
        Instant before = Instant.now(Clock.systemUTC()).minusSeconds(5);

        call("GET", "/api/vehicles").send();

        assertThat(answered(before)).isZero();
    }

    private static long answered(Instant since) {
        return Long.parseLong(uses(since).replaceFirst(".*\"answered\":(\\d+).*", "$1"));
    }

    private static String uses(Instant since) {
        return call("GET", "/internal/uses/vehicles?since=" + since).send().body();
    }
}
