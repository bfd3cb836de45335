package com.rentwave.workload.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a move would do: a dry run. The gates are those of its first change of phase. */
public record Plan(String from, String to, List<Step> steps, List<Gate> gates, JsonNode json) {

    /** A step that would be taken. */
    public record Step(String phase, String step, String description) {}

    static Plan of(JsonNode json) {
        List<Step> steps = new ArrayList<>();
        json.path("steps")
                .forEach(step -> steps.add(new Step(
                        step.path("phase").asText(),
                        step.path("step").asText(),
                        step.path("description").asText())));
        return new Plan(
                json.path("from").asText(), json.path("to").asText(), steps, Gate.listOf(json.path("gates")), json);
    }

    public boolean allowed() {
        return gates.stream().allMatch(Gate::ok);
    }
}
