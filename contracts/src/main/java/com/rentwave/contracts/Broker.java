package com.rentwave.contracts;

import au.com.dius.pact.core.pactbroker.PactBrokerClient;
import au.com.dius.pact.core.pactbroker.PactBrokerClientConfig;
import au.com.dius.pact.core.pactbroker.PublishConfiguration;
import au.com.dius.pact.core.pactbroker.TestResult;
import au.com.dius.pact.core.support.Result;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Pact Broker. A consumer's version is the hash of its pact and a provider's version is its component and build, so what
 * the broker says is about exactly these bytes and exactly that build.
 */
final class Broker {

    private final String url;
    private final PactBrokerClient client;

    private Broker(String url, String token) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        Map<String, Object> options = new HashMap<>();
        if (token != null && !token.isBlank()) {
            options.put("authentication", List.of("bearer", token));
        }
        this.client = new PactBrokerClient(this.url, options, new PactBrokerClientConfig());
    }

    /** The broker of the environment variables PACT_BROKER_URL and PACT_BROKER_TOKEN; null when there is none. */
    static Broker of(Map<String, String> environment) {
        String url = environment.getOrDefault("PACT_BROKER_URL", "");
        return url.isBlank() ? null : new Broker(url, environment.get("PACT_BROKER_TOKEN"));
    }

    /** How the broker knows a provider's build. */
    static String version(String provider, String build) {
        return provider + '-' + build;
    }

    /** Publishes a pact as this version of its consumer; doing it again changes nothing. */
    void publish(Path folder, PactFile pact) throws IOException {
        taken(
                pact.name(),
                () -> client.uploadPactFile(
                        folder.resolve(pact.name()).toFile(), new PublishConfiguration(pact.hash(), List.of())));
    }

    /** Sends the outcome of a verification. */
    void send(PactFile pact, Verification verification) throws IOException {
        TestResult outcome = verification.verified()
                ? new TestResult.Ok()
                : new TestResult.Failed(
                        verification.failures().stream()
                                .map(line -> Map.<String, Object>of("description", line))
                                .toList(),
                        verification.failures().isEmpty() ? "pending" : "not kept");
        String path = "/pacts/provider/" + encoded(pact.provider()) + "/consumer/" + encoded(pact.consumer())
                + "/version/" + pact.hash();
        taken(
                "the verification of " + pact.name(),
                () -> client.publishVerificationResults(
                        client.fetchPact(url + path, false).getLinks(),
                        outcome,
                        version(verification.provider(), verification.build())));
    }

    private interface Order {
        Result<?, ?> run();
    }

    /** The library throws whatever the broker did to it, checked exceptions that it does not declare included. */
    private static void taken(String what, Order order) throws IOException {
        Object failure;
        try {
            failure = order.run() instanceof Result.Err<?> refused ? refused.getError() : null;
        } catch (Exception e) {
            failure = e.getMessage();
        }
        if (failure != null) {
            throw new IOException("the broker does not take " + what + ": " + failure);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
