package com.rentwave.contracts.web;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static com.rentwave.contracts.ApiForms.ETAG;
import static com.rentwave.contracts.ApiForms.JSON_TYPE;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.core.model.V4Pact;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rentwave.contracts.ApiForms;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What the pages' contracts have in common. */
final class Words {

    static final String WEB = "rentwave-web";
    static final String TOKEN = "token";
    static final String KEY = "5f1d7a506f5f4b0e8a520f6f3f1f8a11";
    static final String DAY_FORM = "\\d{4}-\\d\\d-\\d\\d";
    static final String ISBN = "9780306406157";
    static final ObjectMapper JSON = new ObjectMapper();

    /** What provider states have made, in the examples. */
    private static final Map<String, String> MADE = Map.of(
            "vehicleId", "17",
            "roomId", "9",
            "isbn", ISBN,
            "advertId", "11",
            "rentalId", "5",
            "ownerId", "7",
            "searchId", "3",
            "notificationId", "21");

    private Words() {}

    /** A request of somebody who is signed in. */
    static PactDslRequestWithPath signedIn(PactDslRequestWithPath request) {
        return request.headerFromProviderState("Authorization", "Bearer ${token}", "Bearer " + TOKEN);
    }

    /** @param path with what the state has made, as in <code>/api/vehicles/${vehicleId}</code> */
    static PactDslRequestWithPath asks(PactDslWithState state, String what, String method, String path) {
        var request = state.uponReceiving(what).method(method);
        String example = path;
        for (Map.Entry<String, String> made : MADE.entrySet()) {
            example = example.replace("${" + made.getKey() + '}', made.getValue());
        }
        return path.equals(example) ? request.path(path) : request.pathFromProviderState(path, example);
    }

    /** A look by somebody who is signed in. */
    static PactDslRequestWithPath looks(PactDslWithState state, String what, String path) {
        return signedIn(asks(state, what, "GET", path));
    }

    /** A change: the pages give each a key. */
    static PactDslRequestWithPath changes(PactDslWithState state, String what, String method, String path) {
        return signedIn(asks(state, what, method, path))
                .headerFromProviderState("Idempotency-Key", "${idempotencyKey}", KEY);
    }

    static PactDslRequestWithPath changes(
            PactDslWithState state, String what, String method, String path, String body) {
        return changes(state, what, method, path).body(body, "application/json");
    }

    static PactDslRequestWithPath changes(
            PactDslWithState state, String what, String method, String path, DslPart body) {
        return changes(state, what, method, path).headers(JSON_TYPE).body(body);
    }

    /** A change of what was read before. */
    static PactDslRequestWithPath saves(PactDslWithState state, String what, String path, String body) {
        return changes(state, what, "PUT", path, body).headerFromProviderState("If-Match", "${etag}", ETAG);
    }

    static PactDslResponse answers(PactDslRequestWithPath request, int status, DslPart body) {
        return request.willRespondWith().status(status).headers(JSON_TYPE).body(body);
    }

    static V4Pact refuses(PactDslRequestWithPath request, int status, String name) {
        return request.willRespondWith()
                .status(status)
                .headers(problemType())
                .body(problem(name, status))
                .toPact(V4Pact.class);
    }

    /** Refused because of this field. */
    static V4Pact refuses(PactDslRequestWithPath request, String field, String reason) {
        return request.willRespondWith()
                .status(400)
                .headers(problemType())
                .body(newJsonBody(p -> {
                            problem(p, "validation-failed", 400);
                            p.array(
                                    "errors",
                                    errors -> errors.object(
                                            e -> e.stringValue("field", field).stringValue("reason", reason)));
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    static Map<String, String> problemType(String... more) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < more.length; i += 2) {
            headers.put(more[i], more[i + 1]);
        }
        headers.put("Content-Type", "application/problem+json");
        return headers;
    }

    /** A refusal: what a page tells apart, and a sentence that it shows. */
    static DslPart problem(String name, int status) {
        return newJsonBody(p -> problem(p, name, status)).build();
    }

    private static void problem(LambdaDslObject p, String name, int status) {
        ApiForms.problem(p, name, status).stringType("title", "A few words");
    }

    /** The only page of a list. */
    static DslPart list(Consumer<LambdaDslObject> item) {
        return newJsonBody(o -> o.minArrayLike("items", 1, item).nullValue("nextCursor"))
                .build();
    }

    /** A list that may go on. */
    static DslPart open(Consumer<LambdaDslObject> item) {
        return newJsonBody(o -> o.minArrayLike("items", 1, item)).build();
    }

    /** The example of a body, for what is told of it elsewhere. */
    static String example(DslPart body) {
        return body.getBody().toString();
    }

    /** Fields in the order of their names, as they are in a pact. */
    static String json(String text) {
        try {
            JsonNode json = JSON.readTree(text.replace('\'', '"'));
            return json.toString();
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static String list(String... items) {
        return "{\"items\":[" + String.join(",", items) + "],\"nextCursor\":null}";
    }
}
