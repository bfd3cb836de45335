package com.rentwave.rental.service;

import static com.rentwave.rental.service.Samples.rented;
import static com.rentwave.rental.service.Samples.vehicleOnOffer;
import static com.rentwave.rental.service.TestService.ALICE;
import static com.rentwave.rental.service.TestService.BOB;
import static com.rentwave.rental.service.TestService.OTHERS;
import static com.rentwave.rental.service.TestService.call;
import static com.rentwave.rental.service.TestService.day;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.service.testing.Reply;
import com.rentwave.service.testing.ServiceDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LateReturnsIT {

    private static final ServiceDatabase DATABASE = TestService.database();

    private long epoch;
    private String address;

    @BeforeEach
    void rentAVehicle() {
        epoch = TestService.owns();
        vehicleOnOffer(5, ALICE);
        OTHERS.give(BOB, 10_000);
        address = rented(BOB, 5, 0, 2);
    }

    @Test
    void chargesEachDayLateOnceAndGoesBelowZero() {
        Samples.moveClock(2);
        assertThat(OTHERS.ledger()).containsExactly("RENT 9000");

        Samples.moveClock(4);
        Samples.moveClock(4);

        assertThat(OTHERS.ledger()).containsExactly("RENT 9000", "LATE_FEE 900", "LATE_FEE 900");
        assertThat(OTHERS.balance(BOB)).isEqualTo(-800);
        assertThat(call("GET", address).by(BOB).send().body()).contains("\"lateDays\":2,\"lateFees\":1800");
        assertThat(DATABASE.text("SELECT string_agg(day || ' ' || fee, ', ' ORDER BY day) FROM rental_late"))
                .isEqualTo(day(3) + " 900, " + day(4) + " 900");
        assertThat(DATABASE.text("SELECT string_agg(late_key, ',' ORDER BY number) FROM saga WHERE kind = 'LATE'"))
                .isEqualTo("late:" + id() + ':' + day(3) + ",late:" + id() + ':' + day(4));
    }

    @Test
    void settlesTheDaysLateWhenTheThingComesBack() {
        DATABASE.execute("UPDATE clock_offset SET seconds = seconds + 86400 * 3");

        Reply back = call("POST", address + "/return").by(BOB).send();
        Samples.moveClock(9);

        assertThat(back.body()).contains("\"status\":\"RETURNED\",\"lateDays\":1,\"lateFees\":900");
        assertThat(OTHERS.ledger()).containsExactly("RENT 9000", "LATE_FEE 900");
    }

    @DisplayName("rule 30: the timer runs on both sides, and only the owner's goes through")
    @Test
    void raisesALateReturnOnTheSideThatOwnsRentalsAndOnNoOther() {
        DATABASE.takeOwnership(epoch + 1);

        Reply moved = Samples.moveClock(3);

        assertThat(moved.status()).isEqualTo(200);
        assertThat(OTHERS.ledger()).containsExactly("RENT 9000");
        assertThat(DATABASE.number("SELECT count(*) FROM rental_late")).isZero();

        DATABASE.giveOwnership(epoch + 2);
        Samples.moveClock(3);

        assertThat(OTHERS.ledger()).containsExactly("RENT 9000", "LATE_FEE 900");
    }

    @DisplayName("rule 30: days that the other side has charged are rows here, and not charged again")
    @Test
    void goesOnAfterTheDaysThatTheOtherSideHasCharged() {
        DATABASE.execute(
                "INSERT INTO rental_late VALUES (" + id() + ", '" + day(3) + "', 900, now())",
                "UPDATE rental SET late_days = 1, late_fees = 900");

        Samples.moveClock(4);

        assertThat(OTHERS.ledger()).containsExactly("RENT 9000", "LATE_FEE 900");
        assertThat(DATABASE.number("SELECT count(*) FROM rental_late")).isEqualTo(2);
    }

    @Test
    void chargesNothingWhereNothingIsAgreed() {
        DATABASE.execute("UPDATE rental SET late_fee_per_day = 0");

        Samples.moveClock(4);

        assertThat(DATABASE.number("SELECT count(*) FROM rental_late")).isEqualTo(2);
        assertThat(OTHERS.ledger()).containsExactly("RENT 9000");
    }

    @Test
    void showsAndMovesTheBusinessClockLikeTheMonolith() {
        Instant before = Instant.now(Clock.systemUTC());
        Reply moved = Samples.moveClock("P3D");
        Instant after = Instant.now(Clock.systemUTC());

        assertThat(moved.body()).startsWith("{\"offset\":\"P3D\",\"now\":\"").endsWith("\"movable\":true}");
        assertThat(Instant.parse(moved.body().replaceFirst(".*\"now\":\"([^\"]*)\".*", "$1")))
                .isBetween(
                        before.plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MICROS), after.plus(Duration.ofDays(3)));
        assertThat(call("GET", "/internal/clock").send().status()).isEqualTo(401);
    }

    private String id() {
        return address.substring("/api/rentals/".length());
    }
}
