package com.rentwave.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;

/** Registers people and signs them in. Passwords take their time, so two people stand in most states. */
final class People {

    static final String NAME = "Pat Pact";

    /** SHA-256 of "correct horse". */
    static final String SECRET = "4104d36f8da2c254349f85836793ebe029e0c957063a34c91c2e9203187b5631";

    /** Who is an administrator of every monolith that the platform starts. */
    private static final String ADMINISTRATOR = "admin@rentwave.example";

    private final Http http;
    private final Places places;
    private Person user;
    private Person other;
    private Person administrator;

    /** @param places where they do what */
    People(Http http, Places places) {
        this.http = http;
        this.places = places;
    }

    Person user() throws IOException {
        if (user == null) {
            user = newcomer();
        }
        return user;
    }

    /** Not the user. */
    Person other() throws IOException {
        if (other == null) {
            other = newcomer();
        }
        return other;
    }

    /** Somebody of whom nothing is known yet. */
    Person newcomer() throws IOException {
        String email = unusedAddress();
        register(email);
        return signIn(email);
    }

    Person administrator() throws IOException {
        if (administrator == null) {
            try {
                register(ADMINISTRATOR);
            } catch (IOException taken) {
                // By an earlier verification; whether it was by us, the sign-in tells.
            }
            administrator = signIn(ADMINISTRATOR);
        }
        return administrator;
    }

    static String unusedAddress() {
        return "pact-" + UUID.randomUUID() + "@example.org";
    }

    private void register(String email) throws IOException {
        http.post(at("/api/auth/register"), credentials(email).put("name", NAME).toString());
    }

    private Person signIn(String email) throws IOException {
        JsonNode login =
                http.post(at("/api/auth/login"), credentials(email).toString()).body();
        return new Person(
                http,
                places,
                login.path("user").path("id").asText(),
                email,
                login.path("token").asText());
    }

    private static ObjectNode credentials(String email) {
        return Http.JSON.createObjectNode().put("email", email).put("passwordSha256", SECRET);
    }

    private URI at(String path) {
        return URI.create(places.auth() + path);
    }
}
