package com.rentwave.contracts.partner;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static com.rentwave.contracts.ApiForms.ETAG;
import static com.rentwave.contracts.partner.Partner.DRAFT;
import static com.rentwave.contracts.partner.Partner.ID;
import static com.rentwave.contracts.partner.Partner.KEY;
import static com.rentwave.contracts.partner.Partner.PROBLEM_TYPE;
import static com.rentwave.contracts.partner.Partner.bearing;
import static com.rentwave.contracts.partner.Partner.isProblem;
import static com.rentwave.contracts.partner.Partner.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.rentwave.workload.api.Answer;
import com.rentwave.workload.api.ApiRequest;
import com.rentwave.workload.api.RentWaveClient;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a program relies on when a request about a vehicle is refused: it decides by status and problem. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "vehicles", pactVersion = PactSpecVersion.V4)
class RefusalsPactTest {

    @Pact(consumer = Partner.NAME)
    V4Pact learnsWhatIsWrongWithAVehicle(PactDslWithProvider pact) {
        return bearing(pact.given("a user is signed in")
                        .uponReceiving("a new vehicle from a program with a price below zero")
                        .method("POST")
                        .path("/api/vehicles"))
                .headerFromProviderState("Idempotency-Key", "${idempotencyKey}", KEY)
                .body(DRAFT.withPricePerDay(-1).toJson().toString(), "application/json")
                .willRespondWith()
                .status(400)
                .headers(PROBLEM_TYPE)
                .body(newJsonBody(p -> p.stringValue("type", "urn:rentwave:problem:validation-failed")
                                .numberValue("status", 400)
                                .array(
                                        "errors",
                                        errors -> errors.object(e -> e.stringValue("field", "pricePerDay")
                                                .stringValue("reason", "must be between 0 and 100000000"))))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "learnsWhatIsWrongWithAVehicle")
    void learnsWhatIsWrongWithAVehicle(MockServer server) throws Exception {
        Answer answer = signedIn(server)
                .send(ApiRequest.createVehicle(DRAFT.withPricePerDay(-1)).withIdempotencyKey(KEY));

        isProblem(answer, 400, "validation-failed");
        assertThat(answer.describe()).contains("pricePerDay");
    }

    @Pact(consumer = Partner.NAME)
    V4Pact learnsThatItsTokenIsNotValid(PactDslWithProvider pact) {
        return pact.given("nobody is signed in")
                .uponReceiving("a program's look at a vehicle with a token that is not valid")
                .method("GET")
                .path("/api/vehicles/17")
                .headers("Authorization", "Bearer token")
                .willRespondWith()
                .status(401)
                .headers(PROBLEM_TYPE)
                .headers(Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""))
                .body(Partner.problem("invalid-token", 401))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatItsTokenIsNotValid")
    void learnsThatItsTokenIsNotValid(MockServer server) throws Exception {
        isProblem(signedIn(server).send(ApiRequest.vehicle(ID)), 401, "invalid-token");
    }

    @Pact(consumer = Partner.NAME)
    V4Pact mayNotChangeWhatIsNotItsOwn(PactDslWithProvider pact) {
        return change(pact.given("another user has a vehicle"), "a program's change of somebody else's vehicle", 403)
                .body(Partner.problem("forbidden", 403))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "mayNotChangeWhatIsNotItsOwn")
    void mayNotChangeWhatIsNotItsOwn(MockServer server) throws Exception {
        isProblem(change(signedIn(server)), 403, "forbidden");
    }

    @Pact(consumer = Partner.NAME)
    V4Pact learnsThatAVehicleIsGone(PactDslWithProvider pact) {
        return bearing(pact.given("a user is signed in")
                        .uponReceiving("a program's look at a vehicle that is not there")
                        .method("GET")
                        .path("/api/vehicles/999999999999999999"))
                .willRespondWith()
                .status(404)
                .headers(PROBLEM_TYPE)
                .body(Partner.problem("not-found", 404))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatAVehicleIsGone")
    void learnsThatAVehicleIsGone(MockServer server) throws Exception {
        isProblem(signedIn(server).send(ApiRequest.vehicle(999999999999999999L)), 404, "not-found");
    }

    @Pact(consumer = Partner.NAME)
    V4Pact learnsThatAVehicleWasChanged(PactDslWithProvider pact) {
        return change(
                        pact.given("a user has a vehicle that was changed in the meantime"),
                        "a program's change of a vehicle changed elsewhere",
                        412)
                .body(Partner.problem("precondition-failed", 412))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatAVehicleWasChanged")
    void learnsThatAVehicleWasChanged(MockServer server) throws Exception {
        isProblem(change(signedIn(server)), 412, "precondition-failed");
    }

    /** Nothing has happened then: the program may send the same request again. */
    @Pact(consumer = Partner.NAME)
    V4Pact learnsThatNothingHasHappened(PactDslWithProvider pact) {
        return change(
                        pact.given("a user has a vehicle").given("this side does not own vehicles"),
                        "a program's change for the side that does not own the vehicle",
                        421)
                .body(Partner.problem("not-owner", 421))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatNothingHasHappened")
    void learnsThatNothingHasHappened(MockServer server) throws Exception {
        isProblem(change(signedIn(server)), 421, "not-owner");
    }

    private static PactDslResponse change(PactDslWithState state, String what, int status) {
        return bearing(state.uponReceiving(what)
                        .method("PUT")
                        .pathFromProviderState("/api/vehicles/${vehicleId}", "/api/vehicles/17"))
                .headerFromProviderState("If-Match", "${etag}", ETAG)
                .headerFromProviderState("Idempotency-Key", "${idempotencyKey}", KEY)
                .body(DRAFT.toJson().toString(), "application/json")
                .willRespondWith()
                .status(status)
                .headers(PROBLEM_TYPE);
    }

    private static Answer change(RentWaveClient client) throws Exception {
        return client.send(ApiRequest.changeVehicle(ID, DRAFT, ETAG).withIdempotencyKey(KEY));
    }
}
