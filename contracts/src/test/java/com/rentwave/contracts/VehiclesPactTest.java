package com.rentwave.contracts;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What RentWave's pages need of the vehicles API, whoever answers it. One long class, because one class writes one pact
 * file: a second one would overwrite it.
 */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "vehicles", pactVersion = PactSpecVersion.V4)
class VehiclesPactTest {

    private static final String WEB = "rentwave-web";
    private static final String TOKEN = "token";
    private static final String KEY = "5f1d7a50-6f5f-4b0e-8a52-0f6f3f1f8a11";
    private static final String ETAG = "\"0-2y8bn3x2mo\"";
    private static final String ETAG_FORM = "\"\\d+-[0-9a-z]+\"";
    private static final long ID = 17;
    private static final Map<String, String> JSON_TYPE = Map.of("Content-Type", "application/json");

    // ---- Advertising ------------------------------------------------------------------------------------------

    @Pact(consumer = WEB)
    V4Pact advertisesAVehicle(PactDslWithProvider pact) {
        return signedIn(pact.given("a user is signed in")
                        .uponReceiving("a new vehicle")
                        .method("POST")
                        .path("/api/vehicles"))
                .headerFromProviderState("Idempotency-Key", "${idempotencyKey}", KEY)
                .body(VehicleBodies.SAMPLE, "application/json")
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
    void advertisesAVehicle(MockServer server) throws Exception {
        HttpResponse<String> answer = signedIn(server).advertise(VehicleBodies.SAMPLE, KEY);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/vehicles/17");
        assertThat(answer.headers().firstValue("ETag")).hasValue(ETAG);
        assertThat(json(answer).path("available").asBoolean()).isTrue();
    }

    @Pact(consumer = WEB)
    V4Pact repeatsARequestItHasNoAnswerTo(PactDslWithProvider pact) {
        return signedIn(pact.given("a user has sent this request before", Map.of("body", VehicleBodies.SAMPLE))
                        .uponReceiving("the same new vehicle again")
                        .method("POST")
                        .path("/api/vehicles"))
                .headerFromProviderState("Idempotency-Key", "${idempotencyKey}", KEY)
                .body(VehicleBodies.SAMPLE, "application/json")
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
    void repeatsARequestItHasNoAnswerTo(MockServer server) throws Exception {
        assertThat(signedIn(server).advertise(VehicleBodies.SAMPLE, KEY).statusCode())
                .isEqualTo(201);
    }

    @Pact(consumer = WEB)
    V4Pact learnsThatAKeyWasUsedBefore(PactDslWithProvider pact) {
        return signedIn(pact.given("a user has used an idempotency key")
                        .uponReceiving("a new vehicle with a key that was used for another")
                        .method("POST")
                        .path("/api/vehicles"))
                .headerFromProviderState("Idempotency-Key", "${idempotencyKey}", KEY)
                .body(VehicleBodies.SAMPLE, "application/json")
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
    void learnsThatAKeyWasUsedBefore(MockServer server) throws Exception {
        isProblem(signedIn(server).advertise(VehicleBodies.SAMPLE, KEY), 422, "idempotency-key-reused");
    }

    @Pact(consumer = WEB)
    V4Pact showsWhatIsWrongWithAVehicle(PactDslWithProvider pact) {
        return signedIn(pact.given("a user is signed in")
                        .uponReceiving("a new vehicle with mistakes in it")
                        .method("POST")
                        .path("/api/vehicles"))
                .headerFromProviderState("Idempotency-Key", "${idempotencyKey}", KEY)
                .body(VehicleBodies.mistakes(), "application/json")
                .willRespondWith()
                .status(400)
                .headers(problemType())
                .body(VehicleBodies.problem(
                        "validation-failed",
                        "Request not valid",
                        400,
                        p -> p.stringValue("detail", "One or more fields are not valid.")
                                .array("errors", errors -> errors.object(
                                                e -> VehicleBodies.error(e, "make", "must not be blank"))
                                        .object(e -> VehicleBodies.error(e, "year", "must be between 1900 and 2100"))
                                        .object(e -> VehicleBodies.error(e, "seats", "must be a whole number"))
                                        .object(e -> VehicleBodies.error(
                                                e, "transmission", "must be one of MANUAL, AUTOMATIC"))
                                        .object(e -> VehicleBodies.error(e, "pricePerDay", "is required"))
                                        .object(e ->
                                                VehicleBodies.error(e, "currency", "must be an ISO 4217 currency code"))
                                        .object(e -> VehicleBodies.error(e, "wheels", "is not a known field"))),
                        "/api/vehicles"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsWhatIsWrongWithAVehicle")
    void showsWhatIsWrongWithAVehicle(MockServer server) throws Exception {
        HttpResponse<String> answer = signedIn(server).advertise(VehicleBodies.mistakes(), KEY);

        isProblem(answer, 400, "validation-failed");
        assertThat(json(answer).path("errors").get(0).path("field").asText()).isEqualTo("make");
        assertThat(json(answer).path("errors").get(0).path("reason").asText()).isEqualTo("must not be blank");
    }

    @Pact(consumer = WEB)
    V4Pact asksToSignInBeforeAdvertising(PactDslWithProvider pact) {
        return pact.given("nobody is signed in")
                .uponReceiving("a new vehicle from nobody")
                .method("POST")
                .path("/api/vehicles")
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

    @Test
    @PactTestFor(pactMethod = "asksToSignInBeforeAdvertising")
    void asksToSignInBeforeAdvertising(MockServer server) throws Exception {
        isProblem(new VehiclePages(server.getUrl(), null).advertise(VehicleBodies.SAMPLE, KEY), 401, "unauthenticated");
    }

    @Pact(consumer = WEB)
    V4Pact asksToSignInAgain(PactDslWithProvider pact) {
        return pact.given("nobody is signed in")
                .uponReceiving("a search with a token that is not valid")
                .method("GET")
                .path("/api/vehicles")
                .headers("Authorization", "Bearer not.a.token")
                .query("limit=1")
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
    void asksToSignInAgain(MockServer server) throws Exception {
        VehiclePages pages = new VehiclePages(server.getUrl(), "not.a.token");

        isProblem(pages.search(Map.of("limit", "1")), 401, "invalid-token");
    }

    // ---- One vehicle ------------------------------------------------------------------------------------------

    @Pact(consumer = WEB)
    V4Pact showsAVehicle(PactDslWithProvider pact) {
        return pact.given("a user has a vehicle")
                .uponReceiving("a look at the vehicle")
                .method("GET")
                .pathFromProviderState("/api/vehicles/${vehicleId}", "/api/vehicles/17")
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
    void showsAVehicle(MockServer server) throws Exception {
        HttpResponse<String> answer = new VehiclePages(server.getUrl(), null).show(ID);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).hasValue(ETAG);
        assertThat(json(answer).path("make").asText()).isEqualTo("Skoda");
    }

    @Pact(consumer = WEB)
    V4Pact keepsAVehicleThatHasNotChanged(PactDslWithProvider pact) {
        return pact.given("a user has a vehicle")
                .uponReceiving("a look at the vehicle it has seen before")
                .method("GET")
                .pathFromProviderState("/api/vehicles/${vehicleId}", "/api/vehicles/17")
                .headerFromProviderState("If-None-Match", "${etag}", ETAG)
                .willRespondWith()
                .status(304)
                .matchHeader("ETag", ETAG_FORM, ETAG)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "keepsAVehicleThatHasNotChanged")
    void keepsAVehicleThatHasNotChanged(MockServer server) throws Exception {
        HttpResponse<String> answer = new VehiclePages(server.getUrl(), null).showUnlessUnchanged(ID, ETAG);

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.headers().firstValue("ETag")).hasValue(ETAG);
    }

    @Pact(consumer = WEB)
    V4Pact saysThatAVehicleIsNotThere(PactDslWithProvider pact) {
        return pact.given("nobody is signed in")
                .uponReceiving("a look at a vehicle that is not there")
                .method("GET")
                .path("/api/vehicles/999999999999999999")
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
    void saysThatAVehicleIsNotThere(MockServer server) throws Exception {
        isProblem(new VehiclePages(server.getUrl(), null).show(999999999999999999L), 404, "not-found");
    }

    // ---- Changing ---------------------------------------------------------------------------------------------

    @Pact(consumer = WEB)
    V4Pact savesAVehicle(PactDslWithProvider pact) {
        return saving(pact.given("a user has a vehicle"), "a changed vehicle")
                .headerFromProviderState("If-Match", "${etag}", ETAG)
                .body(VehicleBodies.SAMPLE, "application/json")
                .willRespondWith()
                .status(200)
                .matchHeader("ETag", "\"1-[0-9a-z]+\"", "\"1-2y8bn3x2mo\"")
                .headers(JSON_TYPE)
                .body(VehicleBodies.vehicle())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "savesAVehicle")
    void savesAVehicle(MockServer server) throws Exception {
        HttpResponse<String> answer = signedIn(server).save(ID, VehicleBodies.SAMPLE, ETAG);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"1-2y8bn3x2mo\"");
    }

    @Pact(consumer = WEB)
    V4Pact doesNotOverwriteWhatItHasNotSeen(PactDslWithProvider pact) {
        return saving(
                        pact.given("a user has a vehicle that was changed in the meantime"),
                        "a vehicle changed elsewhere")
                .headerFromProviderState("If-Match", "${etag}", ETAG)
                .body(VehicleBodies.SAMPLE, "application/json")
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
    void doesNotOverwriteWhatItHasNotSeen(MockServer server) throws Exception {
        isProblem(signedIn(server).save(ID, VehicleBodies.SAMPLE, ETAG), 412, "precondition-failed");
    }

    @Pact(consumer = WEB)
    V4Pact mustSayWhichVersionItChanged(PactDslWithProvider pact) {
        return saving(pact.given("a user has a vehicle"), "a changed vehicle without its version")
                .body(VehicleBodies.SAMPLE, "application/json")
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
    void mustSayWhichVersionItChanged(MockServer server) throws Exception {
        isProblem(signedIn(server).save(ID, VehicleBodies.SAMPLE, null), 428, "precondition-required");
    }

    @Pact(consumer = WEB)
    V4Pact mayOnlyChangeItsOwn(PactDslWithProvider pact) {
        return saving(pact.given("another user has a vehicle"), "a change of somebody else's vehicle")
                .headerFromProviderState("If-Match", "${etag}", ETAG)
                .body(VehicleBodies.SAMPLE, "application/json")
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
    void mayOnlyChangeItsOwn(MockServer server) throws Exception {
        isProblem(signedIn(server).save(ID, VehicleBodies.SAMPLE, ETAG), 403, "forbidden");
    }

    @Pact(consumer = WEB)
    V4Pact pausesAVehicle(PactDslWithProvider pact) {
        return signedIn(pact.given("a user has a vehicle")
                        .uponReceiving("a pause of the vehicle")
                        .method("PUT")
                        .pathFromProviderState(
                                "/api/vehicles/${vehicleId}/availability", "/api/vehicles/17/availability"))
                .body("{\"available\":false}", "application/json")
                .willRespondWith()
                .status(200)
                .matchHeader("ETag", "\"1-[0-9a-z]+\"", "\"1-2y8bn3x2mo\"")
                .headers(JSON_TYPE)
                .body(VehicleBodies.vehicle(o -> o.booleanValue("available", false)))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "pausesAVehicle")
    void pausesAVehicle(MockServer server) throws Exception {
        HttpResponse<String> answer = signedIn(server).pause(ID);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("available").asBoolean(true)).isFalse();
    }

    @Pact(consumer = WEB)
    V4Pact removesAVehicle(PactDslWithProvider pact) {
        return signedIn(pact.given("a user has a vehicle")
                        .uponReceiving("the removal of the vehicle")
                        .method("DELETE")
                        .pathFromProviderState("/api/vehicles/${vehicleId}", "/api/vehicles/17"))
                .willRespondWith()
                .status(204)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "removesAVehicle")
    void removesAVehicle(MockServer server) throws Exception {
        assertThat(signedIn(server).remove(ID).statusCode()).isEqualTo(204);
    }

    // ---- Searching --------------------------------------------------------------------------------------------

    @Pact(consumer = WEB)
    V4Pact showsTheFirstPage(PactDslWithProvider pact) {
        return pact.given("a user has three vehicles")
                .uponReceiving("the first page of somebody's vehicles")
                .method("GET")
                .path("/api/vehicles")
                .query("limit=2")
                .queryParameterFromProviderState("ownerId", "${ownerId}", "7")
                .willRespondWith()
                .status(200)
                .headers(JSON_TYPE)
                .body(newJsonBody(o -> o.array("items", items -> items.object(v -> VehicleBodies.fields(v, 1000))
                                        .object(v -> VehicleBodies.fields(v, 2000)))
                                .stringMatcher("nextCursor", "[A-Za-z0-9_-]+", "bmV3ZXN0OjE6Mg"))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsTheFirstPage")
    void showsTheFirstPage(MockServer server) throws Exception {
        HttpResponse<String> answer =
                new VehiclePages(server.getUrl(), null).search(query("limit", "2", "ownerId", "7"));

        assertThat(json(answer).path("items")).hasSize(2);
        assertThat(json(answer).path("nextCursor").asText()).isEqualTo("bmV3ZXN0OjE6Mg");
    }

    @Pact(consumer = WEB)
    V4Pact showsTheLastPage(PactDslWithProvider pact) {
        return pact.given("a user has three vehicles")
                .uponReceiving("the last page of somebody's vehicles")
                .method("GET")
                .path("/api/vehicles")
                .query("limit=2")
                .queryParameterFromProviderState("ownerId", "${ownerId}", "7")
                .queryParameterFromProviderState("cursor", "${cursor}", "bmV3ZXN0OjE6Mg")
                .willRespondWith()
                .status(200)
                .headers(JSON_TYPE)
                .body(newJsonBody(o -> o.array("items", items -> items.object(v -> VehicleBodies.fields(v, 3000)))
                                .nullValue("nextCursor"))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsTheLastPage")
    void showsTheLastPage(MockServer server) throws Exception {
        HttpResponse<String> answer = new VehiclePages(server.getUrl(), null)
                .search(query("limit", "2", "ownerId", "7", "cursor", "bmV3ZXN0OjE6Mg"));

        assertThat(json(answer).path("items")).hasSize(1);
        assertThat(json(answer).path("nextCursor").isNull()).isTrue();
    }

    private static Map<String, String> everyFilter() {
        return query(
                "q", "comb skod",
                "sizeClass", "WAGON",
                "transmission", "MANUAL",
                "fuel", "DIESEL",
                "drive", "FRONT",
                "minSeats", "5",
                "minBootLitres", "600",
                "minPrice", "1500",
                "maxPrice", "3000",
                "available", "true",
                "attribute", "colour:red",
                "sort", "-price");
    }

    @Pact(consumer = WEB)
    V4Pact searchesWithEveryFilter(PactDslWithProvider pact) {
        PactDslRequestWithPath request = pact.given("a user has three vehicles")
                .uponReceiving("a search with every filter")
                .method("GET")
                .path("/api/vehicles");
        for (Map.Entry<String, String> filter : everyFilter().entrySet()) {
            request = request.matchQuery(filter.getKey(), Pattern.quote(filter.getValue()), filter.getValue());
        }
        return request.queryParameterFromProviderState("ownerId", "${ownerId}", "7")
                .willRespondWith()
                .status(200)
                .headers(JSON_TYPE)
                .body(newJsonBody(o -> o.array("items", items -> items.object(v -> VehicleBodies.fields(v, 3000))
                                        .object(v -> VehicleBodies.fields(v, 2000)))
                                .nullValue("nextCursor"))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "searchesWithEveryFilter")
    void searchesWithEveryFilter(MockServer server) throws Exception {
        Map<String, String> query = everyFilter();
        query.put("ownerId", "7");

        assertThat(json(new VehiclePages(server.getUrl(), null).search(query)).path("items"))
                .hasSize(2);
    }

    @Pact(consumer = WEB)
    V4Pact learnsThatAFilterIsNotValid(PactDslWithProvider pact) {
        return pact.given("nobody is signed in")
                .uponReceiving("a search with filters that are not valid")
                .method("GET")
                .path("/api/vehicles")
                .query("limit=0&fuel=STEAM&sort=oldest")
                .willRespondWith()
                .status(400)
                .headers(problemType())
                .body(VehicleBodies.problem(
                        "invalid-parameter",
                        "Request not valid",
                        400,
                        p -> p.stringValue("detail", "One or more parameters are not valid.")
                                .array("errors", errors -> errors.object(
                                                e -> VehicleBodies.error(e, "limit", "must be between 1 and 100"))
                                        .object(e -> VehicleBodies.error(
                                                e,
                                                "fuel",
                                                "must be one of PETROL, DIESEL, HYBRID, ELECTRIC, LPG, CNG, ETHANOL"))
                                        .object(e -> VehicleBodies.error(
                                                e, "sort", "must be one of newest, price, -price"))),
                        "/api/vehicles"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatAFilterIsNotValid")
    void learnsThatAFilterIsNotValid(MockServer server) throws Exception {
        VehiclePages pages = new VehiclePages(server.getUrl(), null);

        isProblem(pages.search(query("limit", "0", "fuel", "STEAM", "sort", "oldest")), 400, "invalid-parameter");
    }

    @Pact(consumer = WEB)
    V4Pact learnsThatACursorIsNotValid(PactDslWithProvider pact) {
        return pact.given("nobody is signed in")
                .uponReceiving("a page that nobody has handed out")
                .method("GET")
                .path("/api/vehicles")
                .query("cursor=x")
                .willRespondWith()
                .status(400)
                .headers(problemType())
                .body(VehicleBodies.problem(
                        "invalid-cursor",
                        "Cursor not valid",
                        400,
                        p -> p.stringValue("detail", "The cursor is not one of ours for this list."),
                        "/api/vehicles"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatACursorIsNotValid")
    void learnsThatACursorIsNotValid(MockServer server) throws Exception {
        isProblem(new VehiclePages(server.getUrl(), null).search(Map.of("cursor", "x")), 400, "invalid-cursor");
    }

    // ---- Words ------------------------------------------------------------------------------------------------

    private static PactDslRequestWithPath signedIn(PactDslRequestWithPath request) {
        return request.headerFromProviderState("Authorization", "Bearer ${token}", "Bearer " + TOKEN);
    }

    private static VehiclePages signedIn(MockServer server) {
        return new VehiclePages(server.getUrl(), TOKEN);
    }

    private static PactDslRequestWithPath saving(PactDslWithState state, String what) {
        return signedIn(state.uponReceiving(what)
                .method("PUT")
                .pathFromProviderState("/api/vehicles/${vehicleId}", "/api/vehicles/17"));
    }

    private static Map<String, String> problemType(String... more) {
        Map<String, String> headers = query(more);
        headers.put("Content-Type", "application/problem+json");
        return headers;
    }

    private static Map<String, String> query(String... namesAndValues) {
        Map<String, String> query = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return query;
    }

    private static void isProblem(HttpResponse<String> answer, int status, String name) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).path("type").asText()).isEqualTo("urn:rentwave:problem:" + name);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return Http.JSON.readTree(answer.body());
    }
}
