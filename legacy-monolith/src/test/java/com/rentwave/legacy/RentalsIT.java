package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Copies.vehicle;
import static com.rentwave.legacy.Crowd.atOnce;
import static com.rentwave.legacy.TestDatabase.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rentwave.legacy.Call.Reply;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RentalsIT {

    private static final int MANY = 8;

    private static TestDatabase database;
    private static Person owner;
    private static Person renter;

    @BeforeAll
    static void signIn() {
        database = RunningMonolith.get().database();
        owner = Person.somebody();
        renter = Person.somebody().with(10_000_000, "EUR");
    }

    @Test
    void movesThePriceFromTheRenterToTheOwner() {
        long vehicle = vehicle(owner);
        long paid = renter.balance("EUR");
        long earned = owner.balance("EUR");

        Reply reply = rent(renter, vehicle, "2999-12-01", "2999-12-03").send();

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo("/api/rentals/" + reply.id());
        assertThat(reply.body())
                .isEqualTo("{\"id\":" + reply.id() + ",\"item\":{\"type\":\"vehicle\",\"id\":" + vehicle
                        + ",\"title\":\"Volkswagen Golf\"},\"renterId\":" + renter.id() + ",\"ownerId\":" + owner.id()
                        + ",\"from\":\"2999-12-01\",\"to\":\"2999-12-03\",\"days\":2,\"price\":9000,"
                        + "\"lateFeePerDay\":9000,\"currency\":\"EUR\",\"status\":\"ACTIVE\",\"lateDays\":0,\"lateFees\":0,"
                        + "\"createdAt\":\"" + reply.member("createdAt")
                        + "\",\"returnedAt\":null,\"cancelledAt\":null}");
        assertThat(renter.balance("EUR")).isEqualTo(paid - 9000);
        assertThat(owner.balance("EUR")).isEqualTo(earned + 9000);
        assertThat(call("GET", "/api/wallet/transactions?limit=1")
                        .by(renter)
                        .send()
                        .body())
                .contains("\"kind\":\"RENT\",\"amount\":-9000,\"currency\":\"EUR\",\"rentalId\":" + reply.id());
    }

    @Test
    void saysWhyItRefuses() {
        long vehicle = vehicle(owner);
        Person poor = Person.somebody();

        assertThat(rent(poor, vehicle, "2999-01-01", "2999-01-02").send().problem())
                .isEqualTo("insufficient-funds");
        assertThat(rent(owner, vehicle, "2999-01-01", "2999-01-02").send().problem())
                .isEqualTo("own-item");
        assertThat(rent(renter, 999_999_999, "2999-01-01", "2999-01-02").send().status())
                .isEqualTo(404);
        assertThat(rent(renter, vehicle, "2999-01-01", "2999-03-01").send().body())
                .contains("{\"field\":\"to\",\"reason\":\"must be between 1 and 30 days after from\"}");
        assertThat(rent(renter, vehicle, "2001-01-01", "2001-01-01").send().body())
                .contains(
                        "\"from\",\"reason\":\"must not be in the past\"", "\"to\",\"reason\":\"must be after from\"");
        Copies.change(vehicle, "avl_fl", "N");
        assertThat(rent(renter, vehicle, "2999-01-01", "2999-01-02").send().problem())
                .isEqualTo("not-available");
        assertThat(database.number("SELECT count(*) FROM t_rnt WHERE itm_id = ?", vehicle))
                .isZero();
    }

    @Test
    void rentsOneThingToOneOfManyWhoWantItOnTheSameDays() {
        long vehicle = vehicle(owner);
        long earned = owner.balance("EUR");
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            people.add(Person.somebody().with(100_000, "EUR"));
        }

        List<Reply> replies = atOnce(MANY, i -> rent(people.get(i), vehicle, "2999-05-01", "2999-05-0" + (i + 2)));

        assertThat(replies).extracting(Reply::status).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(replies.stream().filter(r -> r.status() == 409))
                .extracting(Reply::problem)
                .containsOnly("already-rented");
        Reply won = replies.stream().filter(r -> r.status() == 201).findFirst().orElseThrow();
        assertThat(owner.balance("EUR")).isEqualTo(earned + Long.parseLong(won.member("price")));
        assertThat(people.stream().mapToLong(p -> p.balance("EUR")).sum())
                .isEqualTo(MANY * 100_000L - Long.parseLong(won.member("price")));
    }

    @Test
    void rentsOneThingToSeveralOnDifferentDays() {
        long vehicle = vehicle(owner);

        List<Reply> replies = atOnce(MANY, i -> rent(renter, vehicle, "2999-05-0" + (i + 1), "2999-05-0" + (i + 2)));

        assertThat(replies).extracting(Reply::status).containsOnly(201);
    }

    /** The sum over all accounts never changes except by top-ups, whoever rents from whom at the same time. */
    @Test
    void keepsTheSumOfAllMoneyWhilePeopleRentFromEachOther() {
        List<Person> people = new ArrayList<>();
        List<Long> vehicles = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Person person = Person.somebody().with(20_000, "CHF");
            people.add(person);
            vehicles.add(vehicle(person, Map.of("ccy_cd", "CHF")));
        }
        Random random = new Random(7);

        List<Reply> replies = new ArrayList<>();
        for (int round = 0; round < 8; round++) {
            int[] dice = random.ints(MANY * 3L, 0, 20).toArray();
            replies.addAll(atOnce(MANY, i -> {
                LocalDate from = LocalDate.of(2999, 1, 1).plusDays(dice[i]);
                return rent(
                        people.get(dice[i + MANY] % 4),
                        vehicles.get(dice[i + 2 * MANY] % 4),
                        from.toString(),
                        from.plusDays(1).toString());
            }));
        }

        assertThat(replies).extracting(Reply::status).containsOnly(201, 409);
        assertThat(people.stream().mapToLong(p -> p.balance("CHF")).sum()).isEqualTo(80_000);
        assertThat(database.number("SELECT sum(bal_am) FROM t_acc")).isZero();
        assertThat(
                        database.column(
                                "SELECT acc_id FROM t_acc a WHERE bal_am <> (SELECT coalesce(sum(ent_am), 0) FROM t_ent e WHERE e.acc_id = a.acc_id)"))
                .isEmpty();
        assertThat(database.column("SELECT txn_id FROM t_ent GROUP BY txn_id HAVING sum(ent_am) <> 0"))
                .isEmpty();
    }

    @Test
    void freesWhatComesBackAndAnswersTheSameTwice() {
        long vehicle = vehicle(owner);
        Reply rented = rent(renter, vehicle, "2999-12-01", "2999-12-03").send();
        Reply taken = rent(renter, vehicle, "2999-12-02", "2999-12-04").send();

        Reply returned =
                call("POST", rented.header("Location") + "/return").by(renter).send();
        Reply again =
                call("POST", rented.header("Location") + "/return").by(renter).send();

        assertThat(taken.problem()).isEqualTo("already-rented");
        assertThat(returned.body()).contains("\"status\":\"RETURNED\"").doesNotContain("\"returnedAt\":null");
        assertThat(again.body()).isEqualTo(returned.body());
        assertThat(rent(renter, vehicle, "2999-12-02", "2999-12-04").send().status())
                .isEqualTo(201);
    }

    @Test
    void keepsADayThatIsOverWhenItComesBackEarly() {
        long vehicle = vehicle(owner);
        LocalDate today = BusinessTime.today();
        Reply rented = rent(renter, vehicle, today.toString(), today.plusDays(9).toString())
                .send();
        call("POST", rented.header("Location") + "/return").by(renter).send();

        Reply sameDay = rent(
                        renter, vehicle, today.toString(), today.plusDays(1).toString())
                .send();
        Reply later = rent(
                        renter,
                        vehicle,
                        today.plusDays(2).toString(),
                        today.plusDays(3).toString())
                .send();

        assertThat(sameDay.problem()).isEqualTo("already-rented");
        assertThat(later.status()).isEqualTo(201);
    }

    @Test
    void showsARentalToItsTwoSidesOnlyAndSurvivesItsVehicle() {
        long vehicle = vehicle(owner);
        Reply rented = rent(renter, vehicle, "2999-12-01", "2999-12-03").send();
        String address = rented.header("Location");

        Copies.remove(vehicle);

        assertThat(call("GET", address).by(renter).send().body()).isEqualTo(rented.body());
        assertThat(call("GET", address).by(owner).send().body()).isEqualTo(rented.body());
        assertThat(call("GET", address).by(Person.somebody()).send().status()).isEqualTo(404);
        assertThat(call("POST", address + "/return").by(owner).send().status()).isEqualTo(404);
        assertThat(call("GET", "/api/rentals?role=owner&limit=1")
                        .by(owner)
                        .send()
                        .body())
                .startsWith("{\"items\":[" + rented.body() + "],\"nextCursor\":\"");
        assertThat(call("GET", "/api/rentals?role=boss").by(owner).send().body())
                .contains("\"role\",\"reason\":\"must be one of renter, owner\"");
        assertThat(call("GET", "/api/rentals").send().status()).isEqualTo(401);
    }

    @Test
    void pagesThroughRentals() {
        Person person = Person.somebody().with(100_000, "EUR");
        long vehicle = vehicle(owner);
        for (int day = 1; day <= 3; day++) {
            rent(person, vehicle, "2999-07-0" + day, "2999-07-0" + (day + 1)).send();
        }

        Reply first = call("GET", "/api/rentals?limit=2").by(person).send();
        Reply second = call("GET", "/api/rentals?limit=2&cursor=" + first.member("nextCursor"))
                .by(person)
                .send();

        assertThat(first.body()).contains("2999-07-03", "2999-07-02\",\"to").doesNotContain("\"from\":\"2999-07-01");
        assertThat(second.body()).contains("\"from\":\"2999-07-01").endsWith("],\"nextCursor\":null}");
    }

    /** The constraint stands for itself, whatever the application forgets. */
    @Test
    void theDatabaseRefusesTwoRentalsOfOneThingOnOneDay() throws SQLException {
        String insert =
                "INSERT INTO t_rnt (rnt_id, itm_cd, itm_id, ttl_tx, rntr_usr_id, own_usr_id, frm_dt, to_dt, occ_to_dt, prc_am,"
                        + " ccy_cd, sts_cd, crt_ts, upd_ts) VALUES (nextval('s_rnt'), 'V', 77, 't', ?, ?,"
                        + " DATE '2999-01-01', DATE '2999-01-05', DATE '2999-01-05', 1, 'EUR', 'A', now(), now())";
        try (Connection connection = database.as("rentwave_legacy")) {
            execute(connection, insert, renter.id(), owner.id());

            assertThatThrownBy(() -> execute(
                            connection,
                            insert.replace("01-01", "01-04").replace("01-05", "01-09"),
                            renter.id(),
                            owner.id()))
                    .hasFieldOrPropertyWithValue("SQLState", "23P01");
        }
    }

    /** The ledger's rule stands for itself too. */
    @Test
    void theDatabaseRefusesATransferThatMakesMoney() throws SQLException {
        try (Connection connection = database.as("rentwave_legacy")) {
            connection.setAutoCommit(false);
            execute(connection, "INSERT INTO t_txn VALUES (-1, 'T', 'EUR', NULL, now())");
            execute(
                    connection,
                    "INSERT INTO t_ent SELECT -1, -1, min(acc_id), 5, 5 FROM t_acc WHERE usr_id = ?",
                    renter.id());

            assertThatThrownBy(connection::commit).hasFieldOrPropertyWithValue("SQLState", "23514");
        }
    }

    private static Call rent(Person person, long vehicle, String from, String to) {
        return Samples.rent(person, "vehicle", vehicle, from, to);
    }
}
