package com.rentwave.workload.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/**
 * Where an API is on its way.
 *
 * @param running number of the move that runs, if one does
 * @param json everything the facade told
 */
public record ApiState(String api, String phase, String owner, long epoch, OptionalLong running, JsonNode json) {

    static ApiState of(JsonNode json) {
        JsonNode running = json.path("running");
        return new ApiState(
                json.path("api").asText(),
                json.path("phase").asText(),
                json.path("owner").asText(),
                json.path("epoch").asLong(),
                running.isNumber() ? OptionalLong.of(running.asLong()) : OptionalLong.empty(),
                json);
    }
}
