package com.rentwave.contracts.web;

import static com.rentwave.contracts.ApiForms.TIME;
import static com.rentwave.contracts.ApiForms.TIME_FORM;
import static com.rentwave.contracts.web.Words.WEB;
import static com.rentwave.contracts.web.Words.answers;
import static com.rentwave.contracts.web.Words.looks;
import static com.rentwave.contracts.web.Words.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
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

/** What the pages rely on in the event log. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "events", pactVersion = PactSpecVersion.V4)
class EventsPactTest {

    @RegisterExtension
    private final Browser browser = new Browser("/api/events");

    private static void event(LambdaDslObject o) {
        o.stringMatcher("id", "[0-9a-f-]{36}", "0d6f3c0e-8a53-4c3b-9b53-5f2c1d3f8a11")
                .stringType("type", "vehicle.add")
                .stringMatcher("time", TIME_FORM, TIME)
                .stringType("source", "legacy")
                .object("aggregate", a -> a.stringType("type", "vehicle").stringType("id", "17"))
                .object("data", data -> {});
    }

    @Pact(consumer = WEB)
    V4Pact showsWhatHasHappened(PactDslWithProvider pact) {
        return answers(
                        looks(
                                        pact.given("an administrator is signed in and a vehicle was added"),
                                        "the event log",
                                        "/api/events")
                                .query("type=vehicle.add&limit=50"),
                        200,
                        Words.open(o -> {
                            event(o);
                            o.integerType("actor", 7);
                        }))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsWhatHasHappened")
    void showsWhatHasHappened(MockServer server) {
        browser.signedIn(server).open("/events?type=vehicle.add");

        assertThat(browser.reads()).contains("vehicle.add", "vehicle:17", "user 7", "legacy");
    }

    @Pact(consumer = WEB)
    V4Pact isForAdministratorsOnly(PactDslWithProvider pact) {
        return refuses(
                looks(pact.given("a user is signed in"), "the event log for somebody", "/api/events")
                        .query("limit=50"),
                403,
                "administrators-only");
    }

    @Test
    @PactTestFor(pactMethod = "isForAdministratorsOnly")
    void isForAdministratorsOnly(MockServer server) {
        browser.signedIn(server).open("/events");

        assertThat(browser.reads()).contains("A sentence for a person.");
    }
}
