package com.rentwave.contracts.web;

import static com.rentwave.contracts.ApiForms.CHANGED_ETAG;
import static com.rentwave.contracts.ApiForms.CHANGED_ETAG_FORM;
import static com.rentwave.contracts.ApiForms.JSON_TYPE;
import static com.rentwave.contracts.web.Words.WEB;
import static com.rentwave.contracts.web.Words.changes;
import static com.rentwave.contracts.web.Words.problemType;
import static com.rentwave.contracts.web.Words.refuses;
import static com.rentwave.contracts.web.Words.saves;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the pages rely on when an owner changes, pauses or removes a vehicle. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "vehicles", pactVersion = PactSpecVersion.V4)
class ChangingPactTest {

    @RegisterExtension
    private final Browser browser = new Browser("/api/vehicles");

    @Pact(consumer = WEB)
    V4Pact savesAVehicle(PactDslWithProvider pact) {
        return saves(
                        pact.given("a user has a vehicle"),
                        "a changed vehicle",
                        "/api/vehicles/${vehicleId}",
                        VehicleBodies.SAMPLE)
                .willRespondWith()
                .status(200)
                .matchHeader("ETag", CHANGED_ETAG_FORM, CHANGED_ETAG)
                .headers(JSON_TYPE)
                .body(VehicleBodies.vehicle())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "savesAVehicle")
    void savesAVehicle(MockServer server) {
        VehicleBodies.typed(browser.signedIn(server)
                        .elsewhere("/api/vehicles/17", VehicleBodies.of(7))
                        .open("/vehicles/17/edit"))
                .press("Save");

        assertThat(browser.reads()).contains("Your advert is saved.");
        assertThat(browser.address()).isEqualTo("/vehicles/17");
    }

    @Pact(consumer = WEB)
    V4Pact doesNotOverwriteWhatItHasNotSeen(PactDslWithProvider pact) {
        return saves(
                        pact.given("a user has a vehicle that was changed in the meantime"),
                        "a vehicle changed elsewhere",
                        "/api/vehicles/${vehicleId}",
                        VehicleBodies.SAMPLE)
                .willRespondWith()
                .status(412)
                .headers(problemType())
                .body(VehicleBodies.vehicleProblem(
                        "precondition-failed",
                        "Changed in the meantime",
                        412,
                        "Vehicle \\d+ was changed in the meantime\\. Read it again and repeat your change\\.",
                        "Vehicle 17 was changed in the meantime. Read it again and repeat your change."))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "doesNotOverwriteWhatItHasNotSeen")
    void doesNotOverwriteWhatItHasNotSeen(MockServer server) {
        VehicleBodies.typed(browser.signedIn(server)
                        .elsewhere("/api/vehicles/17", VehicleBodies.of(7))
                        .open("/vehicles/17/edit"))
                .press("Save");

        assertThat(browser.reads()).contains("This advert was changed elsewhere in the meantime.", "Save my version");
    }

    @Pact(consumer = WEB)
    V4Pact mustSayWhichVersionItChanged(PactDslWithProvider pact) {
        return changes(
                        pact.given("a user has a vehicle"),
                        "a changed vehicle without its version",
                        "PUT",
                        "/api/vehicles/${vehicleId}",
                        VehicleBodies.SAMPLE)
                .willRespondWith()
                .status(428)
                .headers(problemType())
                .body(VehicleBodies.vehicleProblem(
                        "precondition-required",
                        "If-Match needed",
                        428,
                        "Send the ETag of the version you changed as If-Match\\.",
                        "Send the ETag of the version you changed as If-Match."))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "mustSayWhichVersionItChanged")
    void mustSayWhichVersionItChanged(MockServer server) {
        VehicleBodies.typed(browser.signedIn(server)
                        .elsewhereWithoutTag("/api/vehicles/17", VehicleBodies.of(7))
                        .open("/vehicles/17/edit"))
                .press("Save");

        assertThat(browser.reads()).contains("Send the ETag of the version you changed as If-Match.");
    }

    @Pact(consumer = WEB)
    V4Pact mayOnlyChangeItsOwn(PactDslWithProvider pact) {
        return saves(
                        pact.given("another user has a vehicle"),
                        "a change of somebody else's vehicle",
                        "/api/vehicles/${vehicleId}",
                        VehicleBodies.SAMPLE)
                .willRespondWith()
                .status(403)
                .headers(problemType())
                .body(VehicleBodies.vehicleProblem(
                        "forbidden",
                        "Not yours",
                        403,
                        "Only the owner may change vehicle \\d+\\.",
                        "Only the owner may change vehicle 17."))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "mayOnlyChangeItsOwn")
    void mayOnlyChangeItsOwn(MockServer server) {
        VehicleBodies.typed(browser.signedIn(server)
                        .elsewhere("/api/vehicles/17", VehicleBodies.of(7))
                        .open("/vehicles/17/edit"))
                .press("Save");

        assertThat(browser.reads()).contains("Only the owner may change vehicle 17.");
    }

    @Pact(consumer = WEB)
    V4Pact learnsThatTheOtherSideOwnsVehicles(PactDslWithProvider pact) {
        return saves(
                        pact.given("a user has a vehicle").given("this side does not own vehicles"),
                        "a changed vehicle for the side that does not own it",
                        "/api/vehicles/${vehicleId}",
                        VehicleBodies.SAMPLE)
                .willRespondWith()
                .status(421)
                .headers(problemType())
                .matchHeader("RentWave-Epoch", "\\d+", "4")
                .body(VehicleBodies.vehicleProblem(
                        "not-owner",
                        "Not the owner",
                        421,
                        "This side does not own vehicles at the moment\\. Nothing was changed\\.",
                        "This side does not own vehicles at the moment. Nothing was changed."))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatTheOtherSideOwnsVehicles")
    void learnsThatTheOtherSideOwnsVehicles(MockServer server) {
        VehicleBodies.typed(browser.signedIn(server)
                        .elsewhere("/api/vehicles/17", VehicleBodies.of(7))
                        .open("/vehicles/17/edit"))
                .press("Save");

        assertThat(browser.reads()).contains("This side does not own vehicles at the moment. Nothing was changed.");
    }

    @Pact(consumer = WEB)
    V4Pact pausesAVehicle(PactDslWithProvider pact) {
        return changes(
                        pact.given("a user has a vehicle"),
                        "a pause of the vehicle",
                        "PUT",
                        "/api/vehicles/${vehicleId}/availability",
                        "{\"available\":false}")
                .willRespondWith()
                .status(200)
                .matchHeader("ETag", CHANGED_ETAG_FORM, CHANGED_ETAG)
                .headers(JSON_TYPE)
                .body(VehicleBodies.vehicle(o -> o.booleanValue("available", false)))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "pausesAVehicle")
    void pausesAVehicle(MockServer server) {
        browser.signedIn(server)
                .elsewhere("/api/vehicles", Words.list(VehicleBodies.of(7)))
                .open("/adverts")
                .press("Pause");

        assertThat(browser.reads()).contains("Skoda Octavia Combi is paused.");
    }

    @Pact(consumer = WEB)
    V4Pact learnsThatAVehicleIsGone(PactDslWithProvider pact) {
        return refuses(
                changes(
                        pact.given("a user is signed in"),
                        "a pause of a vehicle that is gone",
                        "PUT",
                        "/api/vehicles/987654321/availability",
                        "{\"available\":false}"),
                404,
                "not-found");
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatAVehicleIsGone")
    void learnsThatAVehicleIsGone(MockServer server) {
        browser.signedIn(server)
                .elsewhere("/api/vehicles", Words.list(VehicleBodies.of(7).replace("\"id\":17", "\"id\":987654321")))
                .open("/adverts")
                .press("Pause");

        assertThat(browser.reads()).contains("This advert is already gone.");
    }

    @Pact(consumer = WEB)
    V4Pact removesAVehicle(PactDslWithProvider pact) {
        return changes(
                        pact.given("a user has a vehicle"),
                        "the removal of the vehicle",
                        "DELETE",
                        "/api/vehicles/${vehicleId}")
                .willRespondWith()
                .status(204)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "removesAVehicle")
    void removesAVehicle(MockServer server) {
        browser.signedIn(server)
                .elsewhere("/api/vehicles", Words.list(VehicleBodies.of(7)))
                .open("/adverts")
                .press("Delete Skoda")
                .press("Delete it");

        assertThat(browser.reads()).contains("Skoda Octavia Combi is deleted.");
    }
}
