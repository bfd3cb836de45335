package com.rentwave.contracts.web;

import static com.rentwave.contracts.ApiForms.ETAG;
import static com.rentwave.contracts.ApiForms.ETAG_FORM;
import static com.rentwave.contracts.ApiForms.JSON_TYPE;
import static com.rentwave.contracts.web.Words.KEY;
import static com.rentwave.contracts.web.Words.WEB;
import static com.rentwave.contracts.web.Words.asks;
import static com.rentwave.contracts.web.Words.changes;
import static com.rentwave.contracts.web.Words.problemType;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the pages rely on when somebody advertises a vehicle. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "vehicles", pactVersion = PactSpecVersion.V4)
class AdvertisingPactTest {

    @RegisterExtension
    private final Browser browser = new Browser("/api/vehicles");

    @Pact(consumer = WEB)
    V4Pact advertisesAVehicle(PactDslWithProvider pact) {
        return changes(
                        pact.given("a user is signed in"),
                        "a new vehicle",
                        "POST",
                        "/api/vehicles",
                        VehicleBodies.SAMPLE)
                .willRespondWith()
                .status(201)
                .matchHeader("Location", "/api/vehicles/[1-9]\\d*", "/api/vehicles/17")
                .matchHeader("ETag", ETAG_FORM, ETAG)
                .headers(JSON_TYPE)
                .body(VehicleBodies.vehicle())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "advertisesAVehicle")
    void advertisesAVehicle(MockServer server) {
        VehicleBodies.typed(browser.signedIn(server).without("/api/vehicles/17").open("/vehicles/new"))
                .press("Put it online");

        assertThat(browser.reads()).contains("Your advert is online.");
        assertThat(browser.address()).isEqualTo("/vehicles/17");
    }

    @Pact(consumer = WEB)
    V4Pact repeatsARequestItHasNoAnswerTo(PactDslWithProvider pact) {
        return changes(
                        pact.given("a user has sent this request before", Map.of("body", VehicleBodies.SAMPLE)),
                        "the same new vehicle again",
                        "POST",
                        "/api/vehicles",
                        VehicleBodies.SAMPLE)
                .willRespondWith()
                .status(201)
                .matchHeader("Location", "/api/vehicles/[1-9]\\d*", "/api/vehicles/17")
                .matchHeader("ETag", ETAG_FORM, ETAG)
                .headers(JSON_TYPE)
                .body(VehicleBodies.vehicle())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "repeatsARequestItHasNoAnswerTo")
    void repeatsARequestItHasNoAnswerTo(MockServer server) {
        VehicleBodies.typed(browser.signedIn(server)
                        .losesOne()
                        .without("/api/vehicles/17")
                        .open("/vehicles/new"))
                .press("Put it online");
        assertThat(browser.address()).isEqualTo("/vehicles/new");

        browser.wait(300);

        assertThat(browser.address()).isEqualTo("/vehicles/17");
    }

    @Pact(consumer = WEB)
    V4Pact learnsThatAKeyWasUsedBefore(PactDslWithProvider pact) {
        return changes(
                        pact.given("a user has used an idempotency key"),
                        "a new vehicle with a key that was used for another",
                        "POST",
                        "/api/vehicles",
                        VehicleBodies.SAMPLE)
                .willRespondWith()
                .status(422)
                .headers(problemType())
                .body(VehicleBodies.problem(
                        "idempotency-key-reused",
                        "Key used before",
                        422,
                        p -> p.stringValue("detail", "This Idempotency-Key was used for another request."),
                        "/api/vehicles"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatAKeyWasUsedBefore")
    void learnsThatAKeyWasUsedBefore(MockServer server) {
        VehicleBodies.typed(browser.signedIn(server).open("/vehicles/new")).press("Put it online");

        assertThat(browser.reads()).contains("This Idempotency-Key was used for another request.");
    }

    @Pact(consumer = WEB)
    V4Pact showsWhatIsWrongWithAVehicle(PactDslWithProvider pact) {
        return changes(
                        pact.given("a user is signed in"),
                        "a new vehicle with mistakes in it",
                        "POST",
                        "/api/vehicles",
                        VehicleBodies.mistakes())
                .willRespondWith()
                .status(400)
                .headers(problemType())
                .body(VehicleBodies.problem(
                        "validation-failed",
                        "Request not valid",
                        400,
                        p -> p.stringValue("detail", "One or more fields are not valid.")
                                .array("errors", errors -> errors.object(
                                                e -> VehicleBodies.error(e, "year", "must be between 1900 and 2100"))
                                        .object(e -> VehicleBodies.error(e, "seats", "must be a whole number"))
                                        .object(e -> VehicleBodies.error(e, "maxDays", "must not be below minDays"))),
                        "/api/vehicles"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsWhatIsWrongWithAVehicle")
    void showsWhatIsWrongWithAVehicle(MockServer server) {
        VehicleBodies.typed(browser.signedIn(server).open("/vehicles/new"))
                .type("year", "1899")
                .type("seats", "five")
                .type("minDays", "20")
                .press("Put it online");

        assertThat(browser.reads())
                .contains("Please look at the marked fields.")
                .contains("Year must be between 1900 and 2100.", "Seats must be a whole number.")
                .contains("Longest rental in days must not be below minDays.");
    }

    @Pact(consumer = WEB)
    V4Pact asksToSignInBeforeAdvertising(PactDslWithProvider pact) {
        return asks(pact.given("nobody is signed in"), "a new vehicle from nobody", "POST", "/api/vehicles")
                .headerFromProviderState("Idempotency-Key", "${idempotencyKey}", KEY)
                .body(VehicleBodies.SAMPLE, "application/json")
                .willRespondWith()
                .status(401)
                .headers(problemType("WWW-Authenticate", "Bearer"))
                .body(VehicleBodies.problem(
                        "unauthenticated",
                        "Sign-in needed",
                        401,
                        p -> p.stringValue("detail", "Sign in, or send a bearer token."),
                        "/api/vehicles"))
                .toPact(V4Pact.class);
    }

    /** The cookie has ended while somebody was typing. */
    @Test
    @PactTestFor(pactMethod = "asksToSignInBeforeAdvertising")
    void asksToSignInBeforeAdvertising(MockServer server) {
        VehicleBodies.typed(browser.signedIn(server, null).open("/vehicles/new"))
                .press("Put it online");

        assertThat(browser.reads()).contains("Please sign in again", "What you typed is still here.");
    }

    @Pact(consumer = WEB)
    V4Pact asksToSignInAgain(PactDslWithProvider pact) {
        return asks(pact.given("nobody is signed in"), "a list with a token that is not valid", "GET", "/api/vehicles")
                .headers("Authorization", "Bearer not.a.token")
                .query("ownerId=7&limit=20")
                .willRespondWith()
                .status(401)
                .headers(problemType("WWW-Authenticate", "Bearer error=\"invalid_token\""))
                .body(VehicleBodies.problem(
                        "invalid-token",
                        "Sign-in not valid",
                        401,
                        p -> p.stringValue("detail", "The token is expired or not valid. Sign in again."),
                        "/api/vehicles"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "asksToSignInAgain")
    void asksToSignInAgain(MockServer server) {
        browser.signedIn(server, "not.a.token").open("/adverts");

        assertThat(browser.reads()).contains("Please sign in again");
    }
}
