package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Copies.vehicle;
import static com.rentwave.legacy.Samples.rent;
import static com.rentwave.legacy.Samples.topUp;
import static com.rentwave.legacy.TestDatabase.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rentwave.legacy.Call.Reply;
import com.rentwave.sync.Position;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the monolith does with rentals while it does not own them. */
class RentalsOwnershipIT {

    private static final int PRICE = 4_500;
    private static final int FEE = 9_000;

    private static final String EVERYTHING = """
            SELECT r::text FROM t_rnt r UNION ALL SELECT l::text FROM t_rnt_late l UNION ALL SELECT i::text FROM t_rnt_idem i
            UNION ALL SELECT a::text FROM t_acc a UNION ALL SELECT 'events ' || count(*) FROM t_outbx ORDER BY 1""";

    private final TestDatabase database = RunningMonolith.get().database();
    private final String key = UUID.randomUUID().toString();

    private static Person owner;
    private static Person renter;

    private LocalDate today;
    private long before;

    @BeforeAll
    static void signIn() {
        owner = Person.somebody();
        renter = Person.somebody().with(1_000_000, "EUR");
    }

    @BeforeEach
    void remember() {
        today = BusinessTime.today();
        before = renter.balance("EUR");
    }

    @AfterEach
    void ownRentalsAgain() {
        database.own("rentals", "legacy", 0);
        BusinessTime.reset();
    }

    @DisplayName("rule 7: answers every write with 421 and the epoch and changes nothing")
    @Test
    void answersEveryWriteWith421AndTheEpochAndChangesNothing() {
        long vehicle = vehicle(owner);
        Reply rented =
                rent(renter, vehicle, today.plusDays(1), today.plusDays(2)).send();
        database.own("rentals", "nobody", 7);
        List<String> everything = database.column(EVERYTHING);

        List<Reply> replies = List.of(
                rent(renter, vehicle, today.plusDays(5), today.plusDays(6))
                        .key(key)
                        .send(),
                rent(renter, vehicle, today.plusDays(1), today.plusDays(2)).send(),
                rent(renter, 999_999_999, today, today.plusDays(1)).send(),
                call("POST", rented.header("Location") + "/cancel").by(renter).send(),
                call("POST", rented.header("Location") + "/return").by(renter).send(),
                call("POST", "/api/rentals/999999999/return").by(renter).send());

        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(421);
            assertThat(reply.problem()).isEqualTo("not-owner");
            assertThat(reply.body()).contains("This side does not own rentals at the moment. Nothing was changed.");
            assertThat(reply.header("RentWave-Epoch")).isEqualTo("7");
            assertThat(reply.header("RentWave-Position")).isNull();
        });
        assertThat(database.column(EVERYTHING)).isEqualTo(everything);
    }

    @Test
    void stillReadsItsCopyAndMovesMoneyAndVehicles() {
        long vehicle = vehicle(owner);
        Reply rented =
                rent(renter, vehicle, today.plusDays(1), today.plusDays(2)).send();
        database.own("rentals", "nobody", 1);

        assertThat(call("GET", rented.header("Location")).by(renter).send().body())
                .isEqualTo(rented.body());
        assertThat(call("GET", "/api/rentals?role=owner").by(owner).send().body())
                .contains(rented.body());
        assertThat(call("GET", "/api/rentals/calendar?type=vehicle&id=" + vehicle)
                        .send()
                        .body())
                .contains(today.plusDays(1).toString());
        assertThat(topUp(renter, 5, "EUR").send().status()).isEqualTo(201);
        assertThat(Samples.room(owner).status()).isEqualTo(201);
    }

    @DisplayName("rule 20: keeps no key of a refused write so that its repetition counts")
    @Test
    void keepsNoKeyOfARefusedWriteSoThatItsRepetitionCounts() {
        long vehicle = vehicle(owner);
        database.own("rentals", "nobody", 1);
        Reply refused = rent(renter, vehicle, today, today.plusDays(1)).key(key).send();

        database.own("rentals", "legacy", 2);
        Reply accepted =
                rent(renter, vehicle, today, today.plusDays(1)).key(key).send();
        Reply again = rent(renter, vehicle, today, today.plusDays(1)).key(key).send();

        assertThat(refused.status()).isEqualTo(421);
        assertThat(accepted.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(accepted.body());
        assertThat(renter.balance("EUR")).isEqualTo(before - PRICE);
        assertThat(database.number("SELECT count(*) FROM t_rnt_idem WHERE idem_key = ?", key))
                .isEqualTo(1);
    }

    @DisplayName("rule 1: a request that waits for the fence to commit is refused after it, and nobody has paid")
    @Test
    void refusesARentalThatWasOnItsWayDuringTheFence() throws Exception {
        long vehicle = vehicle(owner);
        CompletableFuture<Reply> write;
        try (Connection fence = database.as("rentwave_coordinator")) {
            fence.setAutoCommit(false);
            execute(fence, "SELECT pg_advisory_xact_lock(sync.lock_key('rentals'))");
            write = CompletableFuture.supplyAsync(
                    () -> rent(renter, vehicle, today, today.plusDays(1)).send());
            await("the write queues for the lock")
                    .until(() -> database.number("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);
            execute(fence, "UPDATE sync.ownership SET owner = 'nobody', epoch = 1 WHERE api = 'rentals'");
            fence.commit();
        }

        assertThat(write.get().status()).isEqualTo(421);
        assertThat(renter.balance("EUR")).isEqualTo(before);
    }

    @DisplayName("rule 30: the timer asks, is refused, and says nothing; the owner makes up for all days")
    @Test
    void leavesDaysLateToTheOwnerWithoutAWord() {
        Person late = Person.somebody().with(100_000, "EUR");
        Reply rented = rent(late, vehicle(owner), today, today.plusDays(1)).send();
        database.own("rentals", "nobody", 1);
        int logged = RunningMonolith.get().log().length();

        BusinessTime.moveTo(4);

        assertThat(charged(rented)).isZero();
        assertThat(RunningMonolith.get().log().substring(logged)).doesNotContain("late returns", "RW001", "ARJUNA");
        database.own("rentals", "legacy", 2);
        BusinessTime.moveTo(4);

        assertThat(charged(rented)).isEqualTo(3);
        assertThat(Events.data("rent.late", "rental", rented.id())).hasSize(3);
        assertThat(late.balance("EUR")).isEqualTo(100_000 - PRICE - 3 * FEE);
    }

    @DisplayName("rule 30: a day that came with the rows is charged already")
    @Test
    void chargesNoDayThatAnotherOwnerHasCharged() throws SQLException {
        Person late = Person.somebody().with(100_000, "EUR");
        Reply rented = rent(late, vehicle(owner), today, today.plusDays(1)).send();
        database.own("rentals", "nobody", 1);
        database.execute("""
                SELECT pg_replication_origin_create('late') WHERE NOT EXISTS (
                    SELECT FROM pg_replication_origin WHERE roname = 'late')""");
        try (Connection applier = database.as("rentwave_cdc")) {
            execute(applier, "SELECT pg_replication_origin_session_setup('late')");
            execute(applier, "UPDATE t_rnt SET late_dd = 2, late_am = 18000 WHERE rnt_id = ?", rented.id());
            for (int day : new int[] {2, 3}) {
                execute(applier, "INSERT INTO t_rnt_late VALUES (?, ?, 9000, now())", rented.id(), today.plusDays(day));
            }
        }

        database.own("rentals", "legacy", 2);
        BusinessTime.moveTo(4);

        assertThat(charged(rented)).isEqualTo(3);
        assertThat(Events.data("rent.late", "rental", rented.id())).hasSize(1);
        assertThat(late.balance("EUR")).isEqualTo(100_000 - PRICE - FEE);
    }

    @DisplayName("rule 11: guards every table of the API against every session")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE t_rnt SET late_dd = 1 WHERE false",
                "DELETE FROM t_rnt_late",
                "TRUNCATE t_rnt CASCADE",
                "INSERT INTO t_rnt_idem VALUES (1, 'x', 'h', 200, NULL, NULL, NULL, now())"
            })
    void guardsEveryTableOfTheApiAgainstEverySession(String statement) throws SQLException {
        database.own("rentals", "nobody", 1);

        try (Connection application = database.as("rentwave_legacy");
                Connection replica = database.as("postgres")) {
            execute(replica, "SET session_replication_role = replica");
            for (Connection session : List.of(application, replica)) {
                assertThatThrownBy(() -> execute(session, statement))
                        .isInstanceOf(SQLException.class)
                        .hasFieldOrPropertyWithValue("SQLState", "RW001");
            }
        }
    }

    @DisplayName("rule 11: leaves no table of the API unguarded")
    @Test
    void leavesNoTableOfTheApiUnguarded() {
        assertThat(database.column("SELECT relation FROM sync.unguarded('rentals')"))
                .isEmpty();
        assertThat(database.column("SELECT name FROM sync.guarded_table WHERE api = 'rentals' ORDER BY 1"))
                .containsExactly("t_rnt", "t_rnt_idem", "t_rnt_late");
    }

    @DisplayName("rule 18: gives out odd ids only")
    @Test
    void givesOutOddIdsOnly() {
        long vehicle = vehicle(owner);

        for (int day = 1; day <= 3; day++) {
            assertThat(rent(renter, vehicle, today.plusDays(day), today.plusDays(day + 1))
                            .send()
                            .id())
                    .isOdd();
        }
    }

    @DisplayName("rules 6 and 10: the position of one API says nothing about the other's")
    @Test
    void tellsThePositionOfRentalsAndWaitsForIt() {
        database.own("rentals", "legacy", 5);
        Reply rented = rent(renter, vehicle(owner), today, today.plusDays(1)).send();
        String own = rented.header("RentWave-Position");

        assertThat(Position.parse(own).orElseThrow().epoch()).isEqualTo(5);
        assertThat(call("GET", "/api/rentals/999999999").by(renter).send().header("RentWave-Position"))
                .as("who has seen that it is not there does not see it at a side that lags")
                .startsWith("legacy:5:");
        assertThat(call("GET", rented.header("Location"))
                        .by(renter)
                        .header("RentWave-Await", own)
                        .header("RentWave-Await-Api", "rentals")
                        .send()
                        .status())
                .isEqualTo(200);
        String future = "service:6:1:1:0/100";
        for (String api : new String[] {"rentals", "books"}) {
            assertThat(call("GET", rented.header("Location"))
                            .by(renter)
                            .header("RentWave-Await", future)
                            .header("RentWave-Await-Api", api)
                            .header("RentWave-Await-Millis", "20")
                            .send()
                            .status())
                    .isEqualTo(425);
        }
    }

    private long charged(Reply rented) {
        return database.number("SELECT count(*) FROM t_rnt_late WHERE rnt_id = ?", rented.id());
    }
}
