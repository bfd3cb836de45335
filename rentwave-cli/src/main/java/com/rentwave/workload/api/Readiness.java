package com.rentwave.workload.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Whether an API may move, with all reasons. */
public record Readiness(String from, String to, boolean allowed, List<Gate> gates, JsonNode json) {

    static Readiness of(JsonNode json) {
        return new Readiness(
                json.path("from").asText(),
                json.path("to").asText(),
                json.path("allowed").asBoolean(false),
                Gate.listOf(json.path("reasons")),
                json);
    }
}
