package com.rentwave.workload.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a move would do: a dry run.
 *
 * @param gates those of its first change of phase
 * @param phases the gates of every change on the way, as they answer now
 */
public record Plan(String from, String to, List<Step> steps, List<Gate> gates, List<Phase> phases, JsonNode json) {

    /** A step that would be taken. */
    public record Step(String phase, String step, String description) {}

    /**
     * A change of phase on the way.
     *
     * @param next whether it is the first one; what a later one lacks, an earlier one may still bring
     */
    public record Phase(String from, String to, boolean next, List<Gate> gates) {

        public boolean open() {
            return !gates.isEmpty() && gates.stream().allMatch(Gate::ok);
        }
    }

    static Plan of(JsonNode json) {
        List<Phase> phases = new ArrayList<>();
        json.path("phases")
                .forEach(phase -> phases.add(new Phase(
                        phase.path("from").asText(),
                        phase.path("to").asText(),
                        phase.path("next").asBoolean(false),
                        Gate.listOf(phase.path("gates")))));
        List<Step> steps = new ArrayList<>();
        json.path("steps")
                .forEach(step -> steps.add(new Step(
                        step.path("phase").asText(),
                        step.path("step").asText(),
                        step.path("description").asText())));
        return new Plan(
                json.path("from").asText(),
                json.path("to").asText(),
                steps,
                Gate.listOf(json.path("gates")),
                phases,
                json);
    }

    /** Whether the first change may begin; no when nothing is known about its gates. */
    public boolean allowed() {
        return !gates.isEmpty() && gates.stream().allMatch(Gate::ok);
    }
}
