package com.rentwave.contracts.partner;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import com.rentwave.contracts.ApiForms;
import com.rentwave.workload.api.Answer;
import com.rentwave.workload.api.RentWaveClient;
import com.rentwave.workload.api.SignIn;
import com.rentwave.workload.api.VehicleDraft;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A program that rents out vehicles, and what it reads of an answer. */
final class Partner {

    static final String NAME = "partner-api";
    static final String KEY = "b1946ac9-2f53-4b56-9d5c-3f2a0f6b7c11";
    static final long ID = 17;
    static final Map<String, String> PROBLEM_TYPE = Map.of("Content-Type", "application/problem+json");

    static final VehicleDraft DRAFT = new VehicleDraft(
            "Skoda",
            "Octavia Combi",
            2021,
            "WAGON",
            5,
            640,
            "MANUAL",
            "DIESEL",
            "FRONT",
            new TreeMap<>(Map.of("colour", "red", "tow bar", "yes")),
            4500,
            2000,
            "EUR",
            1,
            14);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Partner() {}

    /** A client that has signed in, talking to the provider of the contract. */
    static RentWaveClient signedIn(MockServer server) throws IOException {
        HttpServer signIn = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        signIn.createContext("/api/auth/login", exchange -> {
            byte[] login = "{\"token\":\"token\",\"user\":{\"id\":7}}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, login.length);
            exchange.getResponseBody().write(login);
            exchange.close();
        });
        signIn.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + signIn.getAddress().getPort());
            RentWaveClient client =
                    new RentWaveClient(RentWaveClient.newHttpClient(), address, SignIn.BEARER, PATIENCE);
            assertThat(client.login("partner@example.org", "secret").successful())
                    .isTrue();
            return client.at(URI.create(server.getUrl()));
        } finally {
            signIn.stop(0);
        }
    }

    static PactDslRequestWithPath bearing(PactDslRequestWithPath request) {
        return request.headerFromProviderState("Authorization", "Bearer ${token}", "Bearer token");
    }

    static DslPart vehicle(boolean available) {
        return newJsonBody(o -> fields(o, available)).build();
    }

    /** What the program reads: types where the value is the provider's, values where it was sent. */
    static void fields(LambdaDslObject o, boolean available) {
        ApiForms.vehicle(o)
                .integerType("pricePerDay", 4500)
                .integerType("lateFeePerDay", 2000)
                .stringValue("currency", "EUR")
                .booleanValue("available", available)
                .stringMatcher("updatedAt", ApiForms.TIME_FORM, ApiForms.TIME)
                .integerType("version", 0);
    }

    static DslPart problem(String name, int status) {
        return newJsonBody(p -> ApiForms.problem(p, name, status)).build();
    }

    static void isProblem(Answer answer, int status, String name) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(name);
    }
}
