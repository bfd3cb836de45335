package com.rentwave.workload.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A move of an API, running or ended.
 *
 * @param state {@code RUNNING}, {@code DONE}, {@code REFUSED} or {@code ABORTED}
 * @param orderedBy who ordered it, in words
 * @param held requests that were held
 * @param longestHoldMs the longest time a request was held
 * @param json everything the facade told
 */
public record Move(
        long id,
        String api,
        String from,
        String to,
        String state,
        String reason,
        String orderedBy,
        String startedAt,
        long durationMs,
        long held,
        long longestHoldMs,
        long epoch,
        List<Step> steps,
        List<Gate> gates,
        JsonNode json) {

    /** One step of a move; {@code state} is {@code RUNNING}, {@code DONE} or {@code FAILED}. */
    public record Step(String phase, String step, String state, long durationMs, String detail) {}

    static Move of(JsonNode json) {
        List<Step> steps = new ArrayList<>();
        json.path("steps")
                .forEach(step -> steps.add(new Step(
                        step.path("phase").asText(),
                        step.path("step").asText(),
                        step.path("state").asText(),
                        step.path("durationMs").asLong(),
                        text(step.path("detail")))));
        return new Move(
                json.path("id").asLong(),
                json.path("api").asText(),
                json.path("from").asText(),
                json.path("to").asText(),
                json.path("state").asText(),
                text(json.path("reason")),
                orderer(json.path("orderedBy")),
                json.path("startedAt").asText(),
                json.path("durationMs").asLong(),
                json.path("held").asLong(),
                json.path("longestHoldMs").asLong(),
                json.path("epoch").asLong(),
                steps,
                Gate.listOf(json.path("reasons")),
                json);
    }

    private static String orderer(JsonNode by) {
        String role = by.path("role").asText("unknown");
        String way = text(by.path("way"));
        String name = text(by.path("name"));
        return switch (role) {
            case "facade" -> "the facade itself (" + way + ")";
            case "unknown" -> role;
            default -> name.isEmpty() ? role + ", " + way : name + " (" + role + ", " + way + ")";
        };
    }

    private static String text(JsonNode json) {
        return json.isTextual() ? json.asText() : "";
    }

    public boolean ended() {
        return !state.equals("RUNNING");
    }

    public boolean done() {
        return state.equals("DONE");
    }
}
