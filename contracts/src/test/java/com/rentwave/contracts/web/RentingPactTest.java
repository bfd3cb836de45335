package com.rentwave.contracts.web;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static com.rentwave.contracts.ApiForms.JSON_TYPE;
import static com.rentwave.contracts.web.Words.DAY_FORM;
import static com.rentwave.contracts.web.Words.KEY;
import static com.rentwave.contracts.web.Words.WEB;
import static com.rentwave.contracts.web.Words.answers;
import static com.rentwave.contracts.web.Words.asks;
import static com.rentwave.contracts.web.Words.changes;
import static com.rentwave.contracts.web.Words.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the pages rely on when somebody rents. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "rentals", pactVersion = PactSpecVersion.V4)
class RentingPactTest {

    @RegisterExtension
    private final Browser browser = new Browser("/api/rentals");

    private static DslPart request() {
        return newJsonBody(o -> o.object("item", item -> item.stringValue("type", "vehicle")
                                .valueFromProviderState("id", "${vehicleId}", 17))
                        .stringValue("from", "2090-03-01")
                        .stringValue("to", "2090-03-03"))
                .build();
    }

    /** Somebody else's vehicle, free as far as the page knows, and enough money. */
    private Browser looksAtAVehicle(MockServer server) {
        return browser.signedIn(server)
                .elsewhere("/api/vehicles/17", VehicleBodies.of(8))
                .elsewhere("/api/wallet", "{\"balances\":[{\"currency\":\"EUR\",\"amount\":1000000}]}");
    }

    private void rents(MockServer server) {
        looksAtAVehicle(server)
                .elsewhere("/api/rentals/calendar", "{\"occupied\":[]}")
                .without("/api/rentals/5")
                .open("/vehicles/17?from=2090-03-01&to=2090-03-03")
                .press("Rent for €90.00");
    }

    private void isRefused(MockServer server, String words) {
        rents(server);

        assertThat(browser.reads()).contains(words);
    }

    private static PactDslRequestWithPath rental(PactDslWithProvider pact, String state, String what) {
        return changes(pact.given(state), what, "POST", "/api/rentals")
                .headers(JSON_TYPE)
                .body(request());
    }

    @Pact(consumer = WEB)
    V4Pact rentsAVehicle(PactDslWithProvider pact) {
        return answers(
                        rental(pact, "another user has a vehicle and the user has money", "a rental of a vehicle"),
                        201,
                        newJsonBody(RentalBodies::booked).build())
                .matchHeader("Location", "/api/rentals/\\d+", "/api/rentals/5")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "rentsAVehicle")
    void rentsAVehicle(MockServer server) {
        rents(server);

        assertThat(browser.reads()).contains("Skoda Octavia Combi is yours from 1 Mar 2090.");
        assertThat(browser.address()).isEqualTo("/rentals/5");
    }

    @Pact(consumer = WEB)
    V4Pact learnsThatSomebodyElseWasFaster(PactDslWithProvider pact) {
        return refuses(
                rental(pact, "another user has a vehicle that is rented on those days", "a rental of a rented vehicle"),
                409,
                "already-rented");
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatSomebodyElseWasFaster")
    void learnsThatSomebodyElseWasFaster(MockServer server) {
        isRefused(server, "These days have just been rented by somebody else.");
    }

    @Pact(consumer = WEB)
    V4Pact mayNotRentItsOwn(PactDslWithProvider pact) {
        return refuses(rental(pact, "a user has a vehicle", "a rental of the own vehicle"), 409, "own-item");
    }

    @Test
    @PactTestFor(pactMethod = "mayNotRentItsOwn")
    void mayNotRentItsOwn(MockServer server) {
        isRefused(server, "This is yours. You cannot rent your own things.");
    }

    @Pact(consumer = WEB)
    V4Pact learnsThatTheMoneyIsNotEnough(PactDslWithProvider pact) {
        return refuses(
                rental(pact, "another user has a vehicle and the user has no money", "a rental without money"),
                409,
                "insufficient-funds");
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatTheMoneyIsNotEnough")
    void learnsThatTheMoneyIsNotEnough(MockServer server) {
        isRefused(server, "There is not enough money in your wallet.");
    }

    @Pact(consumer = WEB)
    V4Pact learnsThatTheVehicleIsPaused(PactDslWithProvider pact) {
        return refuses(
                rental(
                        pact,
                        "another user has a paused vehicle and the user has money",
                        "a rental of a paused vehicle"),
                409,
                "not-available");
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatTheVehicleIsPaused")
    void learnsThatTheVehicleIsPaused(MockServer server) {
        isRefused(server, "This is not on offer at the moment: its owner has paused it.");
    }

    @Pact(consumer = WEB)
    V4Pact asksToSignInBeforeRenting(PactDslWithProvider pact) {
        return refuses(
                asks(
                                pact.given("another user has a vehicle and nobody is signed in"),
                                "a rental by nobody",
                                "POST",
                                "/api/rentals")
                        .headerFromProviderState("Idempotency-Key", "${idempotencyKey}", KEY)
                        .headers(JSON_TYPE)
                        .body(request()),
                401,
                "unauthenticated");
    }

    @Test
    @PactTestFor(pactMethod = "asksToSignInBeforeRenting")
    void asksToSignInBeforeRenting(MockServer server) {
        looksAtAVehicle(server);
        browser.signedIn(server, null)
                .elsewhere("/api/rentals/calendar", "{\"occupied\":[]}")
                .open("/vehicles/17?from=2090-03-01&to=2090-03-03")
                .press("Rent for €90.00");

        assertThat(browser.reads()).contains("Please sign in again");
    }

    @Pact(consumer = WEB)
    V4Pact showsWhichDaysAreTaken(PactDslWithProvider pact) {
        return answers(
                        asks(
                                        pact.given("another user has a vehicle that is rented on those days"),
                                        "the days on which a vehicle is taken",
                                        "GET",
                                        "/api/rentals/calendar")
                                .query("type=vehicle")
                                .queryParameterFromProviderState("id", "${vehicleId}", "17")
                                .matchQuery("from", DAY_FORM, "2090-02-01")
                                .matchQuery("to", DAY_FORM, "2091-03-03"),
                        200,
                        newJsonBody(o -> o.array(
                                        "occupied",
                                        days -> days.object(d -> d.stringValue("from", "2090-03-01")
                                                .stringValue("to", "2090-03-03"))))
                                .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsWhichDaysAreTaken")
    void showsWhichDaysAreTaken(MockServer server) {
        browser.nobody(server)
                .elsewhere("/api/vehicles/17", VehicleBodies.of(8))
                .open("/vehicles/17?from=2090-03-02&to=2090-03-05");

        assertThat(browser.reads()).contains("Some of these days are taken.");
    }
}
