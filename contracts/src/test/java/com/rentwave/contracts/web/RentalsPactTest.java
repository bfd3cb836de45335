package com.rentwave.contracts.web;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static com.rentwave.contracts.ApiForms.JSON_TYPE;
import static com.rentwave.contracts.ApiForms.TIME;
import static com.rentwave.contracts.ApiForms.TIME_FORM;
import static com.rentwave.contracts.web.Words.DAY_FORM;
import static com.rentwave.contracts.web.Words.KEY;
import static com.rentwave.contracts.web.Words.WEB;
import static com.rentwave.contracts.web.Words.answers;
import static com.rentwave.contracts.web.Words.asks;
import static com.rentwave.contracts.web.Words.changes;
import static com.rentwave.contracts.web.Words.looks;
import static com.rentwave.contracts.web.Words.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the pages rely on when somebody rents, cancels and gives back. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "rentals", pactVersion = PactSpecVersion.V4)
class RentalsPactTest {

    @RegisterExtension
    private final Browser browser = new Browser("/api/rentals");

    private static final String RENTABLE = "another user has a vehicle and the user has money";

    private static LambdaDslObject rental(LambdaDslObject o) {
        return o.integerType("id", 5)
                .object("item", i -> i.stringValue("type", "vehicle")
                        .integerType("id", 17)
                        .stringValue("title", "Skoda Octavia Combi"))
                .integerType("renterId", 7)
                .integerType("ownerId", 8)
                .numberValue("days", 2)
                .numberValue("price", 9000)
                .numberValue("lateFeePerDay", 2000)
                .stringValue("currency", "EUR")
                .numberValue("lateDays", 0)
                .numberValue("lateFees", 0)
                .stringMatcher("createdAt", TIME_FORM, TIME);
    }

    private static LambdaDslObject booked(LambdaDslObject o) {
        return rental(o)
                .stringValue("from", "2090-03-01")
                .stringValue("to", "2090-03-03")
                .stringValue("status", "ACTIVE")
                .nullValue("returnedAt")
                .nullValue("cancelledAt");
    }

    private static DslPart begun() {
        return newJsonBody(o -> rental(o)
                        .stringMatcher("from", DAY_FORM, "2020-03-01")
                        .stringMatcher("to", DAY_FORM, "2020-03-03")
                        .stringValue("status", "RETURNED")
                        .stringMatcher("returnedAt", TIME_FORM, TIME)
                        .nullValue("cancelledAt"))
                .build();
    }

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

    @Pact(consumer = WEB)
    V4Pact rentsAVehicle(PactDslWithProvider pact) {
        return answers(
                        changes(pact.given(RENTABLE), "a rental of a vehicle", "POST", "/api/rentals")
                                .headers(JSON_TYPE)
                                .body(request()),
                        201,
                        newJsonBody(RentalsPactTest::booked).build())
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
                changes(
                                pact.given("another user has a vehicle that is rented on those days"),
                                "a rental of a rented vehicle",
                                "POST",
                                "/api/rentals")
                        .headers(JSON_TYPE)
                        .body(request()),
                409,
                "already-rented");
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatSomebodyElseWasFaster")
    void learnsThatSomebodyElseWasFaster(MockServer server) {
        rents(server);

        assertThat(browser.reads()).contains("These days have just been rented by somebody else.");
    }

    @Pact(consumer = WEB)
    V4Pact mayNotRentItsOwn(PactDslWithProvider pact) {
        return refuses(
                changes(pact.given("a user has a vehicle"), "a rental of the own vehicle", "POST", "/api/rentals")
                        .headers(JSON_TYPE)
                        .body(request()),
                409,
                "own-item");
    }

    @Test
    @PactTestFor(pactMethod = "mayNotRentItsOwn")
    void mayNotRentItsOwn(MockServer server) {
        rents(server);

        assertThat(browser.reads()).contains("This is yours. You cannot rent your own things.");
    }

    @Pact(consumer = WEB)
    V4Pact learnsThatTheMoneyIsNotEnough(PactDslWithProvider pact) {
        return refuses(
                changes(
                                pact.given("another user has a vehicle and the user has no money"),
                                "a rental without money",
                                "POST",
                                "/api/rentals")
                        .headers(JSON_TYPE)
                        .body(request()),
                409,
                "insufficient-funds");
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatTheMoneyIsNotEnough")
    void learnsThatTheMoneyIsNotEnough(MockServer server) {
        rents(server);

        assertThat(browser.reads()).contains("There is not enough money in your wallet.");
    }

    @Pact(consumer = WEB)
    V4Pact learnsThatTheVehicleIsPaused(PactDslWithProvider pact) {
        return refuses(
                changes(
                                pact.given("another user has a paused vehicle and the user has money"),
                                "a rental of a paused vehicle",
                                "POST",
                                "/api/rentals")
                        .headers(JSON_TYPE)
                        .body(request()),
                409,
                "not-available");
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatTheVehicleIsPaused")
    void learnsThatTheVehicleIsPaused(MockServer server) {
        rents(server);

        assertThat(browser.reads()).contains("This is not on offer at the moment: its owner has paused it.");
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

    @Pact(consumer = WEB)
    V4Pact listsWhatSomebodyRents(PactDslWithProvider pact) {
        return answers(
                        looks(pact.given("a user has rented a vehicle"), "what somebody rents", "/api/rentals")
                                .query("role=renter&limit=20"),
                        200,
                        newJsonBody(o -> o.array("items", items -> items.object(RentalsPactTest::booked))
                                        .nullValue("nextCursor"))
                                .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "listsWhatSomebodyRents")
    void listsWhatSomebodyRents(MockServer server) {
        browser.signedIn(server).open("/rentals");

        assertThat(browser.reads()).contains("Skoda Octavia Combi", "Booked", "2 days", "€90.00");
    }

    @Pact(consumer = WEB)
    V4Pact listsWhatOthersRentOfSomebody(PactDslWithProvider pact) {
        return answers(
                        looks(
                                        pact.given("somebody has rented a user's vehicle"),
                                        "what others rent of somebody",
                                        "/api/rentals")
                                .query("role=owner&limit=20"),
                        200,
                        newJsonBody(o -> o.array("items", items -> items.object(RentalsPactTest::booked))
                                        .nullValue("nextCursor"))
                                .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "listsWhatOthersRentOfSomebody")
    void listsWhatOthersRentOfSomebody(MockServer server) {
        browser.signedIn(server).open("/rentals?role=owner");

        assertThat(browser.reads()).contains("Skoda Octavia Combi", "Booked", "2 days", "€90.00");
    }

    @Pact(consumer = WEB)
    V4Pact asksToSignInBeforeListing(PactDslWithProvider pact) {
        return refuses(
                asks(pact.given("nobody is signed in"), "the rentals of nobody", "GET", "/api/rentals")
                        .query("role=renter&limit=20"),
                401,
                "unauthenticated");
    }

    @Test
    @PactTestFor(pactMethod = "asksToSignInBeforeListing")
    void asksToSignInBeforeListing(MockServer server) {
        browser.signedIn(server, null).open("/rentals");

        assertThat(browser.reads()).contains("Please sign in again");
    }

    @Pact(consumer = WEB)
    V4Pact showsARental(PactDslWithProvider pact) {
        return answers(
                        looks(
                                pact.given("a user has rented a vehicle"),
                                "a look at the rental",
                                "/api/rentals/${rentalId}"),
                        200,
                        newJsonBody(RentalsPactTest::booked).build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsARental")
    void showsARental(MockServer server) {
        browser.signedIn(server).open("/rentals/5");

        assertThat(browser.reads()).contains("Skoda Octavia Combi", "1 March 2090", "2 days", "€90.00", "€20.00 a day");
    }

    @Pact(consumer = WEB)
    V4Pact saysThatARentalIsNotThere(PactDslWithProvider pact) {
        return refuses(
                looks(
                        pact.given("a user is signed in"),
                        "a look at a rental that is not there",
                        "/api/rentals/999999999999999999"),
                404,
                "not-found");
    }

    @Test
    @PactTestFor(pactMethod = "saysThatARentalIsNotThere")
    void saysThatARentalIsNotThere(MockServer server) {
        browser.signedIn(server).open("/rentals/999999999999999999");

        assertThat(browser.reads()).contains("A sentence for a person.", "Try again");
    }

    @Pact(consumer = WEB)
    V4Pact cancelsARental(PactDslWithProvider pact) {
        return answers(
                        changes(
                                pact.given("a user has rented a vehicle"),
                                "a cancellation",
                                "POST",
                                "/api/rentals/${rentalId}/cancel"),
                        200,
                        newJsonBody(o -> rental(o)
                                        .stringValue("from", "2090-03-01")
                                        .stringValue("to", "2090-03-03")
                                        .stringValue("status", "CANCELLED")
                                        .nullValue("returnedAt")
                                        .stringMatcher("cancelledAt", TIME_FORM, TIME))
                                .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "cancelsARental")
    void cancelsARental(MockServer server) {
        cancels(server);

        assertThat(browser.reads()).contains("is cancelled; €90.00 are back in your wallet.");
    }

    private void cancels(MockServer server) {
        browser.signedIn(server)
                .elsewhere(
                        "/api/rentals/5",
                        Words.example(newJsonBody(RentalsPactTest::booked).build()))
                .open("/rentals/5")
                .press("Cancel Skoda")
                .press("Cancel the rental");
    }

    @Pact(consumer = WEB)
    V4Pact learnsThatItIsTooLateToCancel(PactDslWithProvider pact) {
        return refuses(
                changes(
                        pact.given("a user's rental has begun"),
                        "a cancellation of a rental that has begun",
                        "POST",
                        "/api/rentals/${rentalId}/cancel"),
                409,
                "too-late-to-cancel");
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatItIsTooLateToCancel")
    void learnsThatItIsTooLateToCancel(MockServer server) {
        cancels(server);

        assertThat(browser.reads()).contains("The rental has already begun, so it can no longer be cancelled.");
    }

    @Pact(consumer = WEB)
    V4Pact givesBackWhatItRented(PactDslWithProvider pact) {
        return answers(
                        changes(
                                pact.given("a user's rental has begun"),
                                "a return",
                                "POST",
                                "/api/rentals/${rentalId}/return"),
                        200,
                        begun())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "givesBackWhatItRented")
    void givesBackWhatItRented(MockServer server) {
        browser.signedIn(server)
                .elsewhere(
                        "/api/rentals/5",
                        Words.example(begun())
                                .replace("RETURNED", "ACTIVE")
                                .replace("\"returnedAt\":\"" + TIME + '"', "\"returnedAt\":null"))
                .open("/rentals/5")
                .press("Return Skoda")
                .press("Return it");

        assertThat(browser.reads()).contains("Skoda Octavia Combi is returned. Thank you.");
    }
}
