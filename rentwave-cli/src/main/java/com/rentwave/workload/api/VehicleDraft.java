package com.rentwave.workload.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an owner says about a vehicle: the body of {@code POST} and {@code PUT /api/vehicles}.
 *
 * @param make maker
 * @param model model
 * @param year model year
 * @param sizeClass word of the API's size classes, such as {@code COMPACT}
 * @param seats number of seats
 * @param bootLitres boot in litres
 * @param transmission {@code MANUAL} or {@code AUTOMATIC}
 * @param fuel word of the API's fuels, such as {@code PETROL}
 * @param drive {@code FRONT}, {@code REAR}, {@code ALL} or {@code PART_TIME}
 * @param attributes free-form attributes
 * @param pricePerDay minor units of the currency
 * @param lateFeePerDay minor units of the currency
 * @param currency ISO 4217 code
 * @param minDays shortest rental
 * @param maxDays longest rental
 */
public record VehicleDraft(
        String make,
        String model,
        int year,
        String sizeClass,
        int seats,
        int bootLitres,
        String transmission,
        String fuel,
        String drive,
        SortedMap<String, String> attributes,
        long pricePerDay,
        long lateFeePerDay,
        String currency,
        int minDays,
        int maxDays) {

    public VehicleDraft {
        attributes = new TreeMap<>(attributes);
    }

    /** This draft with one attribute set. */
    public VehicleDraft withAttribute(String key, String value) {
        SortedMap<String, String> changed = new TreeMap<>(attributes);
        changed.put(key, value);
        return copy(changed, pricePerDay);
    }

    public VehicleDraft withPricePerDay(long price) {
        return copy(attributes, price);
    }

    private VehicleDraft copy(SortedMap<String, String> attributes, long price) {
        return new VehicleDraft(
                make,
                model,
                year,
                sizeClass,
                seats,
                bootLitres,
                transmission,
                fuel,
                drive,
                attributes,
                price,
                lateFeePerDay,
                currency,
                minDays,
                maxDays);
    }

    public JsonNode toJson() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("make", make)
                .put("model", model)
                .put("year", year)
                .put("sizeClass", sizeClass)
                .put("seats", seats)
                .put("bootLitres", bootLitres)
                .put("transmission", transmission)
                .put("fuel", fuel)
                .put("drive", drive);
        ObjectNode object = json.putObject("attributes");
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            object.put(attribute.getKey(), attribute.getValue());
        }
        return json.put("pricePerDay", pricePerDay)
                .put("lateFeePerDay", lateFeePerDay)
                .put("currency", currency)
                .put("minDays", minDays)
                .put("maxDays", maxDays);
    }
}
