package com.rentwave.facade.contract;

import com.rentwave.facade.contract.ContractRow.State;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a Pact Broker whether a pact and a build can be deployed together: its matrix of one version of the consumer and
 * one version of the provider. A consumer's version is the hash of its pact, a provider's is component and build, so the
 * answer is about exactly these bytes and exactly what runs.
 */
final class BrokerVerdicts implements Verdicts {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final HttpClient http;
    private final URI broker;
    private final String token;
    private final Verifications verifications;
    private final JsonMapper json;

    /**
     * @param token a bearer token; null or empty when the broker asks for none
     * @param verifications tell whether a consumer is new
     */
    BrokerVerdicts(HttpClient http, URI broker, String token, Verifications verifications, JsonMapper json) {
        this.http = http;
        this.broker = broker;
        this.token = token;
        this.verifications = verifications;
        this.json = json;
    }

    @Override
    public Verdict on(PactFile pact, String provider, String build) throws IOException, InterruptedException {
        if (pact.pending() && !verifications.everKept(pact.consumer(), pact.provider())) {
            return new Verdict(State.PENDING, null, "is pending: nobody relies on it yet");
        }
        JsonNode matrix = matrix(pact, provider + '-' + build);
        boolean deployable = matrix.path("summary").path("deployable").asBoolean(false);
        JsonNode result = matrix.path("matrix").path(0).path("verificationResult");
        if (deployable && result.path("success").asBoolean(false)) {
            return new Verdict(State.KEPT, at(result), "is kept");
        }
        String reason = matrix.path("summary").path("reason").asString("it gives no reason") + first(pact);
        return result.path("success").isBoolean() && !result.path("success").booleanValue()
                ? new Verdict(State.BROKEN, at(result), "is broken, says the broker: " + reason)
                : new Verdict(State.UNVERIFIED, null, "has not been verified, says the broker: " + reason);
    }

    private static String first(PactFile pact) {
        return pact.interactions().isEmpty()
                ? ""
                : " (" + pact.interactions().size() + " interactions, the first: \""
                        + pact.interactions().keySet().iterator().next() + "\")";
    }

    private JsonNode matrix(PactFile pact, String version) throws IOException, InterruptedException {
        String query = "q[][pacticipant]=" + encoded(pact.consumer()) + "&q[][version]=" + encoded(pact.hash())
                + "&q[][pacticipant]=" + encoded(pact.provider()) + "&q[][version]=" + encoded(version)
                + "&latestby=cvpv";
        String base = broker.toString().endsWith("/") ? broker.toString() : broker + "/";
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(base + "matrix?" + query.replace("[", "%5B").replace("]", "%5D")))
                .timeout(LIMIT)
                .header("Accept", "application/hal+json");
        if (token != null && !token.isBlank()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("the broker answers " + answer.statusCode());
        }
        try {
            return json.readTree(answer.body());
        } catch (JacksonException e) {
            throw new IOException("the broker's answer is not JSON", e);
        }
    }

    private static Instant at(JsonNode result) {
        try {
            return OffsetDateTime.parse(result.path("verifiedAt").asString("")).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
