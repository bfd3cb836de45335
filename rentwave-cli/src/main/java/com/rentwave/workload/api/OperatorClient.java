package com.rentwave.workload.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The facade's operator API: asks for moves and tells how they go. A move runs in the facade, not in this client. */
public final class OperatorClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Gates may compare all rows before they answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int LONGEST_NAME = 40;

    private final HttpClient http;
    private final URI console;
    private final String token;
    private final Duration patience;
    private final String name;

    public OperatorClient(HttpClient http, URI console, String token) {
        this(http, console, token, PATIENCE, null);
    }

    private OperatorClient(HttpClient http, URI console, String token, Duration patience, String name) {
        this.http = http;
        this.console = console;
        this.token = token;
        this.patience = patience;
        this.name = name;
    }

    /** A client of the same facade that waits no longer than this for an answer. */
    public OperatorClient within(Duration limit) {
        return new OperatorClient(http, console, token, limit, name);
    }

    /**
     * A client whose moves are kept under a name, as far as the facade takes it: at most 40 letters, digits, spaces and
     * {@code . _ @ ' + -}. Whatever else is in it is sent as {@code _}; without a letter or digit there is no name.
     *
     * @param said what somebody wants to be called, or what the system calls them
     */
    public OperatorClient as(String said) {
        String clean = said.replaceAll("[^\\p{L}\\p{M}\\p{N} ._@'+-]", "_").strip();
        String cut = clean.codePoints()
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        boolean isName = cut.codePoints().anyMatch(Character::isLetterOrDigit);
        return new OperatorClient(http, console, token, patience, isName ? cut : null);
    }

    /** Where an API is: phase, owner, epoch, and the move that runs. */
    public ApiState state(String api) throws IOException {
        for (JsonNode one : read("/migration").path("apis")) {
            if (one.path("api").asText().equals(api)) {
                return ApiState.of(one);
            }
        }
        throw new OperatorException(404, "There is no API called " + api + ".");
    }

    /** What speaks for and against moving the API there, now. */
    public Readiness canAdvance(String api, String to) throws IOException {
        return Readiness.of(read("/migration/" + api + "/can-advance?to=" + to));
    }

    /** Asks for a move; its number. A move to RETIRED, from where nothing leads away, is confirmed by asking for it. */
    public long move(String api, String to) throws IOException {
        return order(api, to, false).path("move").asLong();
    }

    /** What a move would do; nothing is changed. */
    public Plan plan(String api, String to) throws IOException {
        return Plan.of(order(api, to, true));
    }

    private JsonNode order(String api, String to, boolean dryRun) throws IOException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("to", to).put("dryRun", dryRun);
        if (to.equals("RETIRED")) {
            body.put("confirm", api + " RETIRED");
        }
        if (name != null && !dryRun) {
            body.put("name", name);
        }
        return expectJson(send("POST", "/migration/" + api + "/moves", JSON.writeValueAsBytes(body)));
    }

    public Move move(long id) throws IOException {
        return Move.of(read("/migration/moves/" + id));
    }

    /** The moves of an API, newest first. */
    public List<Move> moves(String api) throws IOException {
        List<Move> moves = new ArrayList<>();
        read("/migration/moves?api=" + api).forEach(one -> moves.add(Move.of(one)));
        return moves;
    }

    /** How alike both sides answer, and what differs. */
    public JsonNode shadow(String api) throws IOException {
        return read("/migration/" + api + "/shadow");
    }

    /** How an API's canary is. */
    public JsonNode canary(String api) throws IOException {
        return read("/migration/" + api + "/canary");
    }

    /** Changes the share of a canary's users; refused with a reason when they do not fare well. */
    public JsonNode share(String api, BigDecimal percent) throws IOException {
        JsonNode body = JsonNodeFactory.instance.objectNode().put("percent", percent);
        return expectJson(send("POST", "/migration/" + api + "/canary", JSON.writeValueAsBytes(body)));
    }

    /** What each side answered of an API in the last three minutes, oldest first. */
    public JsonNode traffic(String api) throws IOException {
        return read("/migration/" + api + "/traffic");
    }

    /** A link of the chain of flip certificates. */
    public JsonNode certificate(long number) throws IOException {
        return read("/migration/certificates/" + number);
    }

    /** The certificates of a move, of each of its flips one. */
    public JsonNode certificatesOf(long move) throws IOException {
        return read("/migration/moves/" + move + "/certificates");
    }

    /** The chain of flip certificates, first link first. */
    public JsonNode certificates() throws IOException {
        return read("/migration/certificates");
    }

    /** The record of contract verifications, as the facade tells it. */
    public List<JsonNode> verifications() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        read("/contracts/verifications").forEach(all::add);
        return all;
    }

    /** Every contract against every provider that runs, as the facade judges it. */
    public List<JsonNode> contracts() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        read("/contracts/matrix").forEach(all::add);
        return all;
    }

    private JsonNode read(String path) throws IOException {
        return expectJson(send("GET", path, null));
    }

    private static JsonNode expectJson(Answer answer) {
        if (!answer.successful()) {
            String detail = answer.json().path("detail").asText("");
            throw new OperatorException(answer.status(), detail.isEmpty() ? answer.describe() : detail);
        }
        return answer.json();
    }

    private Answer send(String method, String path, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(console.resolve(path))
                .timeout(patience)
                .header("Authorization", "Bearer " + token)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
