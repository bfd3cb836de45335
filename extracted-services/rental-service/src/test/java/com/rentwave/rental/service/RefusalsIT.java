package com.rentwave.rental.service;

import static com.rentwave.rental.service.Samples.body;
import static com.rentwave.rental.service.Samples.rent;
import static com.rentwave.rental.service.Samples.rented;
import static com.rentwave.rental.service.Samples.vehicleOnOffer;
import static com.rentwave.rental.service.TestService.ALICE;
import static com.rentwave.rental.service.TestService.BOB;
import static com.rentwave.rental.service.TestService.CAROL;
import static com.rentwave.rental.service.TestService.OTHERS;
import static com.rentwave.rental.service.TestService.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.service.testing.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, in the words and in the order of the monolith. */
class RefusalsIT {

    @BeforeEach
    void ownRentals() {
        TestService.owns();
        vehicleOnOffer(5, ALICE);
        OTHERS.give(BOB, 10_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | item is required, from is required, to is required",
                "{\"item\":1,\"from\":1,\"to\":\"x\"} | item must be an object, from must be a string, to must be a date",
                "{\"item\":{},\"from\":\"2026-02-30\",\"to\":null} | item.type is required, item.id is required, from must be a date, to is required",
                "{\"item\":{\"type\":\"boat\",\"id\":0,\"b\":1,\"a\":1},\"from\":\"2999-01-01\",\"to\":\"2999-01-01\",\"z\":1} | "
                        + "`item.type must be one of vehicle, book, room, item.id must be between 1 and 999999999999999999, "
                        + "item.a is not a known field, item.b is not a known field, to must be after from, z is not a known field`",
                "{\"item\":{\"type\":\"\",\"id\":\"5\"},\"from\":\"2020-01-01\",\"to\":\"2020-01-02\"} | "
                        + "`item.type must have 1 to 20 characters, item.id must be a whole number, from must not be in the past`"
            })
    void namesEveryFieldThatIsWrongInTheContractsOrder(String body, String errors) {
        Reply reply = call("POST", "/api/rentals").by(BOB).json(body).send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .startsWith(
                        "{\"type\":\"urn:rentwave:problem:validation-failed\",\"title\":\"Request not valid\","
                                + "\"status\":400,\"detail\":\"One or more fields are not valid.\",\"instance\":\"/api/rentals\",");
        assertThat(errors(reply)).isEqualTo(errors);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "?limit=0&role=x | limit must be between 1 and 100, role must be one of renter, owner",
                "/calendar | type is required, id is required",
                "/calendar?type=x&id=x&from=x&to=x | type must be one of vehicle, book, room, id must be a whole number, from must be a date, to must be a date",
                "/calendar?type=room&id=1&from=2026-01-01&to=2026-01-01 | to must be between 1 and 400 days after from",
                "/calendar?type=room&id=1&from=2026-01-01&to=2027-03-01 | to must be between 1 and 400 days after from"
            })
    void namesEveryParameterThatIsWrongInTheContractsOrder(String query, String errors) {
        Reply reply = call("GET", "/api/rentals" + query).by(BOB).send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("urn:rentwave:problem:invalid-parameter");
        assertThat(errors(reply)).isEqualTo(errors);
    }

    @Test
    void refusesACursorThatIsNotItsOwn() {
        assertThat(call("GET", "/api/rentals?cursor=bmV3ZXN0OjE6MQ")
                        .by(BOB)
                        .send()
                        .body())
                .contains("urn:rentwave:problem:invalid-cursor");
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThat(rent(BOB, 99, 1, 2).send().body())
                .isEqualTo("{\"type\":\"urn:rentwave:problem:not-found\",\"title\":\"Not found\",\"status\":404,"
                        + "\"detail\":\"There is no vehicle 99.\",\"instance\":\"/api/rentals\"}");
        assertThat(call("POST", "/api/rentals")
                        .by(BOB)
                        .json(body("book", 99, 1, 2))
                        .send()
                        .body())
                .contains("There is no advert 99.");
    }

    @Test
    void refusesOnesOwnThing() {
        refused(rent(ALICE, 5, 1, 2).send(), "own-item", "Your own", "Vehicle 5 is your own.");
    }

    @Test
    void refusesWhatItsOwnerPauses() {
        OTHERS.offers.computeIfPresent("vehicle/5", (k, terms) -> terms.replace("true", "false"));

        refused(
                rent(BOB, 5, 1, 2).send(),
                "not-available",
                "Not available",
                "Vehicle 5 is not available at the moment.");
    }

    @Test
    void refusesAPeriodThatTheOwnerDoesNotAllow() {
        assertThat(errors(rent(BOB, 5, 1, 16).send())).isEqualTo("to must be between 1 and 14 days after from");
    }

    @Test
    void refusesDaysThatSomebodyElseHas() {
        OTHERS.give(CAROL, 10_000);
        rented(CAROL, 5, 1, 3);

        refused(
                rent(BOB, 5, 2, 4).send(),
                "already-rented",
                "Already rented",
                "Vehicle 5 is rented to somebody else on at least one of these days.");
        assertThat(OTHERS.asked).containsOnlyOnce("reservations");
    }

    @Test
    void refusesToFetchWhatIsNotBack() {
        rented(BOB, 5, 0, 1);
        Samples.moveClock(2);

        refused(
                rent(CAROL, 5, 2, 3).send(),
                "already-rented",
                "Already rented",
                "Vehicle 5 should be back, but is not back yet.");
    }

    @Test
    void refusesWhatTheWalletDoesNotHoldInItsWords() {
        refused(
                rent(BOB, 5, 1, 4).send(),
                "insufficient-funds",
                "Not enough money",
                "Your wallet does not hold 13500 EUR.");
        Samples.awaitEndOfSagas();
        assertThat(TestService.database().text("SELECT string_agg(status, ',') FROM saga"))
                .isEqualTo("COMPENSATED");
        assertThat(OTHERS.ledger()).isEmpty();
    }

    @Test
    void refusesWhoOwesEvenWhatCostsNothing() {
        OTHERS.offers.computeIfPresent("vehicle/5", (k, terms) -> terms.replace("4500", "0"));
        OTHERS.give(CAROL, -1);

        refused(
                rent(CAROL, 5, 1, 4).send(),
                "balance-negative",
                "Balance below zero",
                "Your wallet holds -1 EUR. Top it up before you rent again.");
        assertThat(rent(BOB, 5, 1, 4).send().status()).isEqualTo(201);
    }

    @Test
    void checksInTheContractsOrder() {
        assertThat(call("POST", "/api/rentals/x/return").send().status()).isEqualTo(401);
        assertThat(call("POST", "/api/rentals/x/return")
                        .by(BOB)
                        .keyed("a b")
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(call("POST", "/api/rentals/998/cancel")
                        .by(BOB)
                        .keyed("a b")
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(call("POST", "/api/rentals").by(BOB).keyed("a b").send().body())
                .contains("invalid-idempotency-key");
        assertThat(call("POST", "/api/rentals").by(BOB).send().status()).isEqualTo(415);
        assertThat(call("DELETE", "/api/rentals").by(BOB).send().header("Allow"))
                .isEqualTo("GET, HEAD, POST");
        assertThat(call("OPTIONS", "/api/rentals/1/cancel").by(BOB).send().header("Allow"))
                .isEqualTo("POST");
    }

    private static void refused(Reply reply, String name, String title, String detail) {
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.body())
                .isEqualTo("{\"type\":\"urn:rentwave:problem:" + name + "\",\"title\":\"" + title
                        + "\",\"status\":409,\"detail\":\"" + detail + "\",\"instance\":\"/api/rentals\"}");
    }

    private static String errors(Reply reply) {
        return reply.body()
                .replaceAll(".*\"errors\":\\[\\{\"field\":\"(.*)\"\\}\\]\\}", "$1")
                .replace("\"},{\"field\":\"", ", ")
                .replace("\",\"reason\":\"", " ");
    }
}
