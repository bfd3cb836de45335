package com.rentwave.workload.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An HTTP answer as it came.
 *
 * @param status the HTTP status
 * @param headers all headers
 * @param body the bytes, never null
 */
public record Answer(int status, HttpHeaders headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "urn:rentwave:problem:";

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The body as JSON; a missing node when it is not JSON. */
    public JsonNode json() {
        if (body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public boolean successful() {
        return status >= 200 && status < 300;
    }

    /**
     * Nobody could answer at the moment; the same request may be sent again with the same Idempotency-Key. A "not found"
     * that is no problem answer comes from a server that has not yet deployed RentWave.
     */
    public boolean unavailable() {
        return status == 502
                || status == 503
                || status == 504
                || status == 404 && body.length > 0 && problem().isEmpty();
    }

    /** The name of the problem, such as {@code not-owner}; empty when the answer is none. */
    public String problem() {
        String type = json().path("type").asText("");
        return type.startsWith(PROBLEM) ? type.substring(PROBLEM.length()) : "";
    }

    /** One line for a report: status, problem and detail. */
    public String describe() {
        JsonNode json = json();
        String problem = problem();
        if (problem.isEmpty()) {
            return status + (body.length == 0 ? "" : " " + shortened(text()));
        }
        JsonNode errors = json.path("errors");
        return status + " " + problem + ": " + json.path("detail").asText("") + (errors.isArray() ? " " + errors : "");
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
