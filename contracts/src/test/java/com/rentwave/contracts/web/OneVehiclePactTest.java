package com.rentwave.contracts.web;

import static com.rentwave.contracts.ApiForms.ETAG;
import static com.rentwave.contracts.ApiForms.ETAG_FORM;
import static com.rentwave.contracts.ApiForms.JSON_TYPE;
import static com.rentwave.contracts.web.Words.WEB;
import static com.rentwave.contracts.web.Words.asks;
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

/** What the pages rely on when they show a vehicle. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "vehicles", pactVersion = PactSpecVersion.V4)
class OneVehiclePactTest {

    @RegisterExtension
    private final Browser browser = new Browser("/api/vehicles");

    @Pact(consumer = WEB)
    V4Pact showsAVehicle(PactDslWithProvider pact) {
        return asks(pact.given("a user has a vehicle"), "a look at the vehicle", "GET", "/api/vehicles/${vehicleId}")
                .willRespondWith()
                .status(200)
                .matchHeader("ETag", ETAG_FORM, ETAG)
                .headers(Map.of("Cache-Control", "private, no-cache"))
                .headers(JSON_TYPE)
                .body(VehicleBodies.vehicle())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsAVehicle")
    void showsAVehicle(MockServer server) {
        browser.nobody(server).open("/vehicles/17");

        assertThat(browser.reads())
                .contains("Skoda Octavia Combi", "€45.00 a day", "5 seats", "640 litres", "Diesel", "2021", "tow bar");
    }

    @Pact(consumer = WEB)
    V4Pact keepsAVehicleThatHasNotChanged(PactDslWithProvider pact) {
        return asks(
                        pact.given("a user has a vehicle"),
                        "a look at the vehicle it has seen before",
                        "GET",
                        "/api/vehicles/${vehicleId}")
                .headerFromProviderState("If-None-Match", "${etag}", ETAG)
                .willRespondWith()
                .status(304)
                .matchHeader("ETag", ETAG_FORM, ETAG)
                .toPact(V4Pact.class);
    }

    /** By the browser itself, because the answer told it to ask each time. */
    @Test
    @PactTestFor(pactMethod = "keepsAVehicleThatHasNotChanged")
    void keepsAVehicleThatHasNotChanged(MockServer server) {
        browser.nobody(server)
                .hasSeen("/api/vehicles/17", ETAG, VehicleBodies.of(7))
                .open("/vehicles/17");

        assertThat(browser.reads()).contains("Skoda Octavia Combi");
    }

    @Pact(consumer = WEB)
    V4Pact saysThatAVehicleIsNotThere(PactDslWithProvider pact) {
        return asks(
                        pact.given("nobody is signed in"),
                        "a look at a vehicle that is not there",
                        "GET",
                        "/api/vehicles/999999999999999999")
                .willRespondWith()
                .status(404)
                .headers(problemType())
                .body(VehicleBodies.problem(
                        "not-found",
                        "Not found",
                        404,
                        p -> p.stringValue("detail", "There is no vehicle 999999999999999999."),
                        "/api/vehicles/999999999999999999"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "saysThatAVehicleIsNotThere")
    void saysThatAVehicleIsNotThere(MockServer server) {
        browser.nobody(server).open("/vehicles/999999999999999999");

        assertThat(browser.reads()).contains("This is no longer here");
    }
}
