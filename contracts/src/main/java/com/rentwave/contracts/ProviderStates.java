package com.rentwave.contracts;

import au.com.dius.pact.core.model.ProviderState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Brings a provider into the states that pacts ask for, as a person would: through the public API. Each state is built
 * anew, with a user and vehicles of its own, so a provider can be verified again and again. What a state has made is
 * handed to the requests by name: {@code token}, {@code vehicleId}, {@code etag} and so on.
 */
final class ProviderStates {

    private static final String NOBODY_KNOWS = "0".repeat(64);

    private final Http http;
    private final URI provider;
    private final URI auth;

    ProviderStates(Http http, URI provider, URI auth) {
        this.http = http;
        this.provider = provider;
        this.auth = auth;
    }

    /**
     * Builds a state.
     *
     * @return what it has made
     * @throws IOException when the provider does not play along, or the state is not known
     */
    Map<String, Object> build(ProviderState state) throws IOException {
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("idempotencyKey", UUID.randomUUID().toString());
        switch (state.getName()) {
            case "nobody is signed in" -> {
                // Nothing to build.
            }
            case "a user is signed in" -> signIn(made);
            case "a user has a vehicle" -> {
                signIn(made);
                remember(made, create(made, Map.of()));
            }
            case "a user has a vehicle that was changed in the meantime" -> {
                signIn(made);
                Http.Answer vehicle = create(made, Map.of());
                remember(made, vehicle);
                change(made);
            }
            case "another user has a vehicle" -> {
                signIn(made);
                remember(made, create(made, Map.of()));
                signIn(made);
            }
            case "a user has three vehicles" -> {
                signIn(made);
                threeVehicles(made);
            }
            case "a user has used an idempotency key" -> {
                signIn(made);
                create(made, Map.of("make", "Another"));
            }
            case "a user has sent this request before" -> {
                signIn(made);
                send(made, text(state, "body"));
            }
            default -> throw new IOException("there is no provider state \"" + state.getName() + '"');
        }
        return made;
    }

    private static String text(ProviderState state, String parameter) throws IOException {
        Object value = state.getParams().get(parameter);
        if (value == null) {
            throw new IOException("provider state \"" + state.getName() + "\" needs the parameter " + parameter);
        }
        return value.toString();
    }

    private void signIn(Map<String, Object> made) throws IOException {
        ObjectNode person = Http.JSON.createObjectNode();
        person.put("email", "pact-" + UUID.randomUUID() + "@example.org");
        person.put("name", "Pat Pact");
        person.put("passwordSha256", NOBODY_KNOWS);
        http.post(at(auth, "/api/auth/register"), person.toString());
        person.remove("name");
        JsonNode login =
                http.post(at(auth, "/api/auth/login"), person.toString()).body();
        made.put("token", login.path("token").asText());
        made.put("ownerId", login.path("user").path("id").asText());
    }

    private void threeVehicles(Map<String, Object> made) throws IOException {
        for (int price : new int[] {3000, 2000, 1000}) {
            made.put("idempotencyKey", UUID.randomUUID().toString());
            create(made, Map.of("pricePerDay", price));
        }
        URI list = at(provider, "/api/vehicles?limit=2&ownerId=" + made.get("ownerId"));
        made.put("cursor", http.get(list).body().path("nextCursor").asText());
    }

    private Http.Answer create(Map<String, Object> made, Map<String, Object> changes) throws IOException {
        ObjectNode vehicle = sample();
        changes.forEach((field, value) -> vehicle.set(field, Http.JSON.valueToTree(value)));
        return send(made, vehicle.toString());
    }

    private Http.Answer send(Map<String, Object> made, String vehicle) throws IOException {
        return http.post(
                at(provider, "/api/vehicles"),
                vehicle,
                "Authorization",
                "Bearer " + made.get("token"),
                "Idempotency-Key",
                made.get("idempotencyKey").toString());
    }

    /** Leaves the ETag that was remembered behind. */
    private void change(Map<String, Object> made) throws IOException {
        http.put(
                at(provider, "/api/vehicles/" + made.get("vehicleId") + "/availability"),
                "{\"available\":false}",
                "Authorization",
                "Bearer " + made.get("token"));
    }

    private static void remember(Map<String, Object> made, Http.Answer vehicle) throws IOException {
        made.put("vehicleId", vehicle.body().path("id").asText());
        made.put("etag", vehicle.header("ETag"));
        made.put("idempotencyKey", UUID.randomUUID().toString());
    }

    private static ObjectNode sample() throws IOException {
        try (var in = ProviderStates.class.getResourceAsStream("vehicle.json")) {
            return (ObjectNode) Http.JSON.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static URI at(URI base, String path) {
        return URI.create(base + path);
    }
}
