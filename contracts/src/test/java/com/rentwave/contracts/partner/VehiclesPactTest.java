package com.rentwave.contracts.partner;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static com.rentwave.contracts.ApiForms.ETAG;
import static com.rentwave.contracts.ApiForms.ETAG_FORM;
import static com.rentwave.contracts.ApiForms.JSON_TYPE;
import static com.rentwave.contracts.partner.Partner.DRAFT;
import static com.rentwave.contracts.partner.Partner.ID;
import static com.rentwave.contracts.partner.Partner.KEY;
import static com.rentwave.contracts.partner.Partner.bearing;
import static com.rentwave.contracts.partner.Partner.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.rentwave.contracts.ApiForms;
import com.rentwave.workload.api.Answer;
import com.rentwave.workload.api.ApiRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a program relies on while all goes well with its vehicles. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "vehicles", pactVersion = PactSpecVersion.V4)
class VehiclesPactTest {

    @Pact(consumer = Partner.NAME)
    V4Pact advertisesAVehicle(PactDslWithProvider pact) {
        return bearing(pact.given("a user is signed in")
                        .uponReceiving("a new vehicle from a program")
                        .method("POST")
                        .path("/api/vehicles"))
                .headerFromProviderState("Idempotency-Key", "${idempotencyKey}", KEY)
                .body(DRAFT.toJson().toString(), "application/json")
                .willRespondWith()
                .status(201)
                .matchHeader("Location", "/api/vehicles/[1-9]\\d*", "/api/vehicles/17")
                .matchHeader("ETag", ETAG_FORM, ETAG)
                .headers(JSON_TYPE)
                .body(Partner.vehicle(true))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "advertisesAVehicle")
    void advertisesAVehicle(MockServer server) throws Exception {
        Answer answer = signedIn(server).send(ApiRequest.createVehicle(DRAFT).withIdempotencyKey(KEY));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("ETag")).hasValue(ETAG);
        assertThat(answer.json().path("id").asLong()).isEqualTo(ID);
    }

    @Pact(consumer = Partner.NAME)
    V4Pact readsAVehicle(PactDslWithProvider pact) {
        return bearing(pact.given("a user has a vehicle")
                        .uponReceiving("a program's look at the vehicle")
                        .method("GET")
                        .pathFromProviderState("/api/vehicles/${vehicleId}", "/api/vehicles/17"))
                .willRespondWith()
                .status(200)
                .matchHeader("ETag", ETAG_FORM, ETAG)
                .headers(JSON_TYPE)
                .body(Partner.vehicle(true))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "readsAVehicle")
    void readsAVehicle(MockServer server) throws Exception {
        Answer answer = signedIn(server).send(ApiRequest.vehicle(ID));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).hasValue(ETAG);
        assertThat(answer.json().path("attributes").path("tow bar").asText()).isEqualTo("yes");
    }

    @Pact(consumer = Partner.NAME)
    V4Pact readsItsVehiclesPageByPage(PactDslWithProvider pact) {
        return bearing(pact.given("a user has three vehicles")
                        .uponReceiving("a program's first page of its vehicles")
                        .method("GET")
                        .path("/api/vehicles")
                        .query("limit=2"))
                .queryParameterFromProviderState("ownerId", "${ownerId}", "7")
                .willRespondWith()
                .status(200)
                .headers(JSON_TYPE)
                .body(newJsonBody(o -> o.minArrayLike("items", 2, 2, item -> Partner.fields(item, true))
                                .stringMatcher("nextCursor", "[A-Za-z0-9_-]+", "bmV3ZXN0OjE6Mg"))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "readsItsVehiclesPageByPage")
    void readsItsVehiclesPageByPage(MockServer server) throws Exception {
        Answer answer = signedIn(server).send(ApiRequest.get("/api/vehicles?limit=2&ownerId=7"));

        assertThat(answer.json().path("items")).hasSize(2);
        assertThat(answer.json().path("nextCursor").asText()).isNotEmpty();
    }

    @Pact(consumer = Partner.NAME)
    V4Pact changesThePriceOfAVehicle(PactDslWithProvider pact) {
        return bearing(pact.given("a user has a vehicle")
                        .uponReceiving("a program's change of the vehicle")
                        .method("PUT")
                        .pathFromProviderState("/api/vehicles/${vehicleId}", "/api/vehicles/17"))
                .headerFromProviderState("If-Match", "${etag}", ETAG)
                .headerFromProviderState("Idempotency-Key", "${idempotencyKey}", KEY)
                .body(DRAFT.toJson().toString(), "application/json")
                .willRespondWith()
                .status(200)
                .matchHeader("ETag", ApiForms.CHANGED_ETAG_FORM, ApiForms.CHANGED_ETAG)
                .headers(JSON_TYPE)
                .body(Partner.vehicle(true))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "changesThePriceOfAVehicle")
    void changesThePriceOfAVehicle(MockServer server) throws Exception {
        Answer answer =
                signedIn(server).send(ApiRequest.changeVehicle(ID, DRAFT, ETAG).withIdempotencyKey(KEY));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).hasValue(ApiForms.CHANGED_ETAG);
    }

    @Pact(consumer = Partner.NAME)
    V4Pact pausesAVehicle(PactDslWithProvider pact) {
        return bearing(pact.given("a user has a vehicle")
                        .uponReceiving("a program's pause of the vehicle")
                        .method("PUT")
                        .pathFromProviderState(
                                "/api/vehicles/${vehicleId}/availability", "/api/vehicles/17/availability"))
                .headerFromProviderState("Idempotency-Key", "${idempotencyKey}", KEY)
                .body("{\"available\":false}", "application/json")
                .willRespondWith()
                .status(200)
                .matchHeader("ETag", ApiForms.CHANGED_ETAG_FORM, ApiForms.CHANGED_ETAG)
                .headers(JSON_TYPE)
                .body(Partner.vehicle(false))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "pausesAVehicle")
    void pausesAVehicle(MockServer server) throws Exception {
        Answer answer = signedIn(server).send(ApiRequest.setAvailable(ID, false).withIdempotencyKey(KEY));

        assertThat(answer.json().path("available").asBoolean(true)).isFalse();
    }

    @Pact(consumer = Partner.NAME)
    V4Pact removesAVehicle(PactDslWithProvider pact) {
        return bearing(pact.given("a user has a vehicle")
                        .uponReceiving("a program's removal of the vehicle")
                        .method("DELETE")
                        .pathFromProviderState("/api/vehicles/${vehicleId}", "/api/vehicles/17"))
                .headerFromProviderState("Idempotency-Key", "${idempotencyKey}", KEY)
                .willRespondWith()
                .status(204)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "removesAVehicle")
    void removesAVehicle(MockServer server) throws Exception {
        assertThat(signedIn(server)
                        .send(ApiRequest.deleteVehicle(ID).withIdempotencyKey(KEY))
                        .status())
                .isEqualTo(204);
    }
}
