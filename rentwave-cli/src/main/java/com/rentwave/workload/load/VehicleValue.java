package com.rentwave.workload.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rentwave.workload.api.VehicleDraft;
import com.rentwave.workload.history.SeenVehicle;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything an owner can set, as one short comparable text. What was sent and what was read give the same text exactly
 * when every field arrived unchanged.
 */
final class VehicleValue {

    /** Attribute that holds the token of the write, so that every write differs from every other. */
    static final String WRITE = "write";

    /** Attribute that holds the token of the creation. */
    static final String CREATION = "creation";

    private static final Set<String> NOT_THE_OWNERS = Set.of("id", "ownerId", "createdAt", "updatedAt", "version");

    private VehicleValue() {}

    static String of(VehicleDraft draft, boolean available) {
        return of(((ObjectNode) draft.toJson()).put("available", available));
    }

    static SeenVehicle seen(JsonNode vehicle) {
        return new SeenVehicle(
                vehicle.path("id").asLong(), vehicle.path("version").asLong(), of(vehicle));
    }

    private static String of(JsonNode vehicle) {
        Map<String, String> fields = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : vehicle.properties()) {
            if (!NOT_THE_OWNERS.contains(field.getKey())) {
                fields.put(field.getKey(), field.getValue().toString());
            }
        }
        String write = vehicle.path("attributes").path(WRITE).asText("-");
        boolean available = vehicle.path("available").asBoolean();
        return write + (available ? "+" : "-") + Integer.toHexString(fields.hashCode());
    }
}
