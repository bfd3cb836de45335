package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Copies.vehicle;
import static com.rentwave.legacy.Crowd.atOnce;
import static com.rentwave.legacy.Samples.rent;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.Call.Reply;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CancellationIT {

    private static final int PRICE = 4_500;

    private LocalDate today;
    private Person owner;
    private Person renter;
    private long vehicle;

    @BeforeEach
    void signIn() {
        today = BusinessTime.today();
        owner = Person.somebody();
        renter = Person.somebody().with(100_000, "EUR");
        vehicle = vehicle(owner);
    }

    @AfterEach
    void putTheClockRight() {
        BusinessTime.reset();
    }

    @Test
    void paysEverythingBackAndFreesTheDays() {
        Reply rented = tomorrowForTwoDays();

        Reply cancelled = act(rented, "cancel");

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.body())
                .contains("\"status\":\"CANCELLED\"", "\"returnedAt\":null,\"cancelledAt\":\"" + today);
        assertThat(renter.balance("EUR")).isEqualTo(100_000);
        assertThat(owner.balance("EUR")).isZero();
        assertThat(call("GET", "/api/wallet/transactions").by(renter).send().body())
                .contains("\"kind\":\"REFUND\",\"amount\":9000,\"currency\":\"EUR\",\"rentalId\":" + rented.id()
                        + ",\"balance\":100000,");
        assertThat(tomorrowForTwoDays().status()).isEqualTo(201);
    }

    @Test
    void tellsOfItOnceHoweverOftenItIsAsked() {
        Reply rented = tomorrowForTwoDays();

        List<Reply> replies = atOnce(
                8, i -> call("POST", rented.header("Location") + "/cancel").by(renter));

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(replies)
                .extracting(Reply::body)
                .containsOnly(act(rented, "cancel").body());
        assertThat(renter.balance("EUR")).isEqualTo(100_000);
        assertThat(Events.types("rental", rented.id())).containsExactly("rent.start", "rent.cancel");
        assertThat(Events.data("rent.cancel", "rental", rented.id()))
                .containsExactly("{\"item\":{\"type\":\"vehicle\",\"id\":" + vehicle
                        + ",\"title\":\"Volkswagen Golf\"},\"renterId\":" + renter.id() + ",\"ownerId\":" + owner.id()
                        + ",\"from\":\"" + today.plusDays(1) + "\",\"to\":\"" + today.plusDays(3)
                        + "\",\"price\":9000,\"currency\":\"EUR\"}");
    }

    @Test
    void answersARepeatedRequestByteForByte() {
        Reply rented = tomorrowForTwoDays();
        String key = UUID.randomUUID().toString();

        Reply first = cancel(rented, key);
        Reply second = cancel(rented, key);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(call("POST", rented.header("Location") + "/return")
                        .by(renter)
                        .key(key)
                        .send()
                        .problem())
                .isEqualTo("idempotency-key-reused");
    }

    /** Rented from tomorrow for two days; what may be done so many days from now, before and after something else. */
    @ParameterizedTest
    @CsvSource({
        "0, none,   cancel, 200, CANCELLED",
        "0, none,   return, 200, RETURNED",
        "0, cancel, cancel, 200, CANCELLED",
        "0, cancel, return, 409, already-cancelled",
        "0, return, cancel, 409, too-late-to-cancel",
        "0, return, return, 200, RETURNED",
        "1, none,   cancel, 409, too-late-to-cancel",
        "1, none,   return, 200, RETURNED",
        "1, return, cancel, 409, too-late-to-cancel",
        "5, none,   cancel, 409, too-late-to-cancel",
        "5, none,   return, 200, RETURNED"
    })
    void knowsWhatMayFollowWhat(int day, String before, String action, int status, String word) {
        Reply rented = tomorrowForTwoDays();
        BusinessTime.moveTo(day);
        if (!before.equals("none")) {
            act(rented, before);
        }
        long balance = renter.balance("EUR");

        Reply reply = act(rented, action);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(status == 200 ? reply.member("status") : reply.problem()).isEqualTo(word);
        boolean refunded = word.equals("CANCELLED") && before.equals("none");
        assertThat(renter.balance("EUR")).isEqualTo(balance + (refunded ? 2 * PRICE : 0));
    }

    @Test
    void isForTheRenterAlone() {
        Reply rented = tomorrowForTwoDays();
        String address = rented.header("Location") + "/cancel";

        assertThat(call("POST", address).by(owner).send().status()).isEqualTo(404);
        assertThat(call("POST", address).by(Person.somebody()).send().status()).isEqualTo(404);
        assertThat(call("POST", address).send().status()).isEqualTo(401);
        assertThat(call("POST", "/api/rentals/999999999/cancel")
                        .by(renter)
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(renter.balance("EUR")).isEqualTo(100_000 - 2 * PRICE);
    }

    @Test
    void paysBackInFullEvenIfTheOwnerHasSpentIt() {
        Reply rented = tomorrowForTwoDays();
        long other = vehicle(Person.somebody());
        assertThat(rent(owner, other, today, today.plusDays(2)).send().status()).isEqualTo(201);

        act(rented, "cancel");

        assertThat(renter.balance("EUR")).isEqualTo(100_000);
        assertThat(owner.balance("EUR")).isEqualTo(-2 * PRICE);
    }

    private Reply tomorrowForTwoDays() {
        return rent(renter, vehicle, today.plusDays(1), today.plusDays(3)).send();
    }

    private Reply act(Reply rented, String action) {
        return call("POST", rented.header("Location") + '/' + action).by(renter).send();
    }

    private Reply cancel(Reply rented, String key) {
        return call("POST", rented.header("Location") + "/cancel")
                .by(renter)
                .key(key)
                .send();
    }
}
