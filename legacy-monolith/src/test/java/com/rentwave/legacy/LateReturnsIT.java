package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Copies.vehicle;
import static com.rentwave.legacy.Crowd.atOnce;
import static com.rentwave.legacy.Samples.rent;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.Call.Reply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What it costs not to bring a thing back; a Golf costs 4500 a day and 9000 for each day late. */
class LateReturnsIT {

    private static final int PRICE = 4_500;
    private static final int FEE = 9_000;

    private static TestDatabase database;

    private LocalDate today;
    private Person owner;
    private Person renter;

    @BeforeAll
    static void start() {
        database = RunningMonolith.get().database();
    }

    @BeforeEach
    void signIn() {
        today = BusinessTime.today();
        owner = Person.somebody();
        renter = Person.somebody().with(100_000, "EUR");
    }

    @AfterEach
    void putTheClockRight() {
        BusinessTime.reset();
    }

    /** Rented from today for some days; looked at some days later. */
    @ParameterizedTest
    @CsvSource({"1,0,0", "1,1,0", "1,2,1", "1,3,2", "1,8,7", "3,2,0", "3,3,0", "3,4,1", "3,6,3"})
    void chargesEachDayAfterTheEndOnWhichItIsNotBack(int days, int later, int late) {
        Reply rented = golfFor(days);

        BusinessTime.moveTo(later);

        Reply rental = rental(rented);
        assertThat(rental.body())
                .contains("\"status\":\"ACTIVE\",\"lateDays\":" + late + ",\"lateFees\":" + late * FEE
                        + ",\"createdAt\"");
        assertThat(renter.balance("EUR")).isEqualTo(100_000 - days * PRICE - late * FEE);
        assertThat(owner.balance("EUR")).isEqualTo(days * PRICE + late * FEE);
        assertThat(charged(rented)).hasSize(late);
    }

    @Test
    void addsOneDayADayHoweverOftenItLooks() {
        Reply rented = golfFor(1);
        List<String> expected = new ArrayList<>();

        for (int day = 2; day <= 4; day++) {
            BusinessTime.moveTo(day);
            BusinessTime.moveTo(day);
            expected.add(today.plusDays(day).toString());
            assertThat(charged(rented)).isEqualTo(expected);
        }
        BusinessTime.moveTo(1);

        assertThat(charged(rented)).isEqualTo(expected);
        assertThat(renter.balance("EUR")).isEqualTo(100_000 - PRICE - 3 * FEE);
    }

    @Test
    void tellsOfEachDayOnceAndInOrder() {
        Reply rented = golfFor(1);

        BusinessTime.moveTo(3);
        BusinessTime.moveTo(4);

        String first =
                ",\"from\":\"" + today + "\",\"to\":\"" + today.plusDays(1) + "\",\"price\":4500,\"currency\":\"EUR\""
                        + ",\"day\":\"" + today.plusDays(2) + "\",\"lateDays\":1,\"fee\":9000}";
        assertThat(Events.data("rent.late", "rental", rented.id()))
                .hasSize(3)
                .first()
                .asString()
                .endsWith(first);
        assertThat(Events.data("rent.late", "rental", rented.id()))
                .extracting(data -> data.replaceFirst(".*\"lateDays\":(\\d+).*", "$1"))
                .containsExactly("1", "2", "3");
        assertThat(Events.data("wallet.change", "wallet", renter.id()).stream()
                        .filter(data -> data.contains("LATE_FEE")))
                .hasSize(3)
                .allMatch(data ->
                        data.contains("\"amount\":-9000,") && data.endsWith("\"rentalId\":" + rented.id() + '}'));
        assertThat(Events.data("wallet.change", "wallet", owner.id()).stream()
                        .filter(data -> data.contains("LATE_FEE")))
                .hasSize(3)
                .allMatch(data -> data.contains("\"amount\":9000,"));
        assertThat(database.column(
                        "SELECT act_usr_id::text FROM t_outbx WHERE typ_cd = 'rent.late' AND agg_id = ?",
                        Long.toString(rented.id())))
                .containsOnlyNulls();
    }

    @Test
    void raisesADayThatCostsNothing() {
        long vehicle = vehicle(owner, Map.of("late_fee_am", 0L));
        Reply rented = rent(renter, vehicle, today, today.plusDays(1)).send();

        BusinessTime.moveTo(3);

        assertThat(Events.data("rent.late", "rental", rented.id()))
                .hasSize(2)
                .allMatch(data -> data.endsWith("\"fee\":0}"));
        assertThat(renter.balance("EUR")).isEqualTo(100_000 - PRICE);
    }

    @Test
    void chargesWhatWasAdvertisedWhenItWasRented() {
        long vehicle = vehicle(owner);
        Reply rented = rent(renter, vehicle, today, today.plusDays(1)).send();
        Copies.change(vehicle, "late_fee_am", 50_000L);

        BusinessTime.moveTo(2);

        assertThat(rental(rented).member("lateFees")).isEqualTo("9000");
    }

    @Test
    void chargesWhatIsOpenWhenItComesBackAndNothingLater() {
        Reply rented = golfFor(1);
        database.execute("UPDATE t_clk SET off_ss = off_ss + 3 * 86400");

        Reply returned =
                call("POST", rented.header("Location") + "/return").by(renter).send();
        BusinessTime.moveTo(9);

        assertThat(returned.body()).contains("\"status\":\"RETURNED\",\"lateDays\":2,\"lateFees\":18000,");
        assertThat(returned.member("returnedAt")).startsWith(today.plusDays(3).toString());
        assertThat(rental(rented).body()).isEqualTo(returned.body());
        assertThat(Events.data("rent.complete", "rental", rented.id())).hasSize(1);
        assertThat(charged(rented)).hasSize(2);
    }

    @Test
    void chargesNothingForWhatWasReturnedOrCancelledInTime() {
        Reply returned = golfFor(1);
        Reply cancelled = rent(renter, vehicle(owner), today.plusDays(1), today.plusDays(2))
                .send();
        call("POST", returned.header("Location") + "/return").by(renter).send();
        call("POST", cancelled.header("Location") + "/cancel").by(renter).send();

        BusinessTime.moveTo(9);

        assertThat(charged(returned)).isEmpty();
        assertThat(charged(cancelled)).isEmpty();
        assertThat(renter.balance("EUR")).isEqualTo(100_000 - PRICE);
    }

    @Test
    void takesTheBalanceBelowZeroAndThenRefusesRentalsUntilItIsToppedUp() {
        Person poor = Person.somebody().with(PRICE, "EUR").with(100_000, "CHF");
        long inFrancs = vehicle(owner, Map.of("ccy_cd", "CHF"));
        long free = vehicle(owner, Map.of("day_prc_am", 0L));
        rent(poor, vehicle(owner), today, today.plusDays(1)).send();

        BusinessTime.moveTo(3);

        LocalDate later = today.plusDays(9);
        assertThat(poor.balance("EUR")).isEqualTo(-2 * FEE);
        for (long vehicle : new long[] {inFrancs, free, vehicle(owner)}) {
            Reply refused = rent(poor, vehicle, later, later.plusDays(1)).send();
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.problem()).isEqualTo("balance-negative");
            assertThat(refused.body()).contains("Your wallet holds -18000 EUR. Top it up before you rent again.");
        }
        poor.with(2 * FEE, "EUR");
        assertThat(rent(poor, inFrancs, later, later.plusDays(1)).send().status())
                .isEqualTo(201);
    }

    @Test
    void chargesEachDayOnceWhileManyTimersRun() {
        List<Reply> rented = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            rented.add(golfFor(1));
        }

        List<Reply> moved = atOnce(8, i -> BusinessTime.moving(4));

        assertThat(moved).extracting(Reply::status).containsOnly(200);
        assertThat(rented).allSatisfy(one -> {
            assertThat(charged(one)).hasSize(3);
            assertThat(Events.data("rent.late", "rental", one.id())).hasSize(3);
        });
        assertThat(renter.balance("EUR")).isEqualTo(100_000 - 5 * (PRICE + 3 * FEE));
    }

    /** Each day is one transaction: what broke is not there at all, what was done before it stays. */
    @Test
    void goesOnWhereItBrokeAndKeepsNobodyElseWaiting() {
        Reply broken = golfFor(1);
        Reply other = golfFor(1);
        database.execute("""
                CREATE FUNCTION f_break() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'broken on purpose'; END $$""");
        database.execute("CREATE TRIGGER t_break AFTER INSERT ON t_rnt_late FOR EACH ROW WHEN (NEW.rnt_id = "
                + broken.id() + " AND NEW.day_dt = DATE '" + today.plusDays(4) + "') EXECUTE FUNCTION f_break()");
        try {
            BusinessTime.moveTo(5);

            assertThat(charged(broken)).hasSize(2);
            assertThat(charged(other)).hasSize(4);
            assertThat(renter.balance("EUR")).isEqualTo(100_000 - 2 * PRICE - 6 * FEE);
        } finally {
            database.execute("DROP TRIGGER t_break ON t_rnt_late");
            database.execute("DROP FUNCTION f_break");
        }
        BusinessTime.moveTo(5);

        assertThat(charged(broken)).hasSize(4);
        assertThat(Events.data("rent.late", "rental", broken.id())).hasSize(4);
        assertThat(renter.balance("EUR")).isEqualTo(100_000 - 2 * PRICE - 8 * FEE);
    }

    @Test
    void rentsNothingOutTodayThatIsNotBack() {
        long vehicle = vehicle(owner);
        Reply rented = rent(renter, vehicle, today, today.plusDays(1)).send();
        Person next = Person.somebody().with(100_000, "EUR");

        BusinessTime.moveTo(3);

        LocalDate then = today.plusDays(3);
        assertThat(rent(next, vehicle, then, then.plusDays(1)).send().problem()).isEqualTo("already-rented");
        assertThat(call("GET", "/api/rentals/calendar?type=vehicle&id=" + vehicle + "&from=" + today)
                        .send()
                        .body())
                .endsWith("\"occupied\":[{\"from\":\"" + today + "\",\"to\":\"" + today.plusDays(4) + "\"}]}");
        call("POST", rented.header("Location") + "/return").by(renter).send();
        assertThat(rent(next, vehicle, then, then.plusDays(1)).send().status()).isEqualTo(201);
    }

    private Reply golfFor(int days) {
        return rent(renter, vehicle(owner), today, today.plusDays(days)).send();
    }

    private Reply rental(Reply rented) {
        return call("GET", rented.header("Location")).by(renter).send();
    }

    private static List<String> charged(Reply rented) {
        return database.column("SELECT day_dt FROM t_rnt_late WHERE rnt_id = ? ORDER BY day_dt", rented.id());
    }
}
