package com.rentwave.workload.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One thing that has to hold before a move, whether it does, and why. */
public record Gate(String gate, boolean ok, String reason) {

    static List<Gate> listOf(JsonNode json) {
        List<Gate> gates = new ArrayList<>();
        json.forEach(one -> gates.add(new Gate(
                one.path("gate").asText(),
                one.path("ok").asBoolean(false),
                one.path("reason").asText(""))));
        return gates;
    }
}
