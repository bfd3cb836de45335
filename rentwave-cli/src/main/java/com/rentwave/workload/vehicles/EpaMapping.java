package com.rentwave.workload.vehicles;

import com.rentwave.workload.api.VehicleDraft;
import com.rentwave.workload.rows.Unmappable;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes a vehicle of one row. What RentWave has no field for stays as an attribute in the file's own words, so nothing of
 * a row is lost; what cannot be mapped is a reason, never a guess.
 */
final class EpaMapping {

    private static final Map<String, String> FUELS = Map.ofEntries(
            Map.entry("Regular", "PETROL"),
            Map.entry("Premium", "PETROL"),
            Map.entry("Midgrade", "PETROL"),
            Map.entry("Diesel", "DIESEL"),
            Map.entry("Electricity", "ELECTRIC"),
            Map.entry("CNG", "CNG"),
            Map.entry("Gasoline or natural gas", "CNG"),
            Map.entry("Gasoline or propane", "LPG"),
            Map.entry("Gasoline or E85", "ETHANOL"),
            Map.entry("Premium or E85", "ETHANOL"),
            Map.entry("Regular Gas and Electricity", "HYBRID"),
            Map.entry("Regular Gas or Electricity", "HYBRID"),
            Map.entry("Premium Gas or Electricity", "HYBRID"),
            Map.entry("Premium and Electricity", "HYBRID"));

    private static final Map<String, String> DRIVES = Map.of(
            "Front-Wheel Drive", "FRONT",
            "Rear-Wheel Drive", "REAR",
            "2-Wheel Drive", "REAR",
            "All-Wheel Drive", "ALL",
            "4-Wheel Drive", "ALL",
            "4-Wheel or All-Wheel Drive", "ALL",
            "Part-time 4-Wheel Drive", "PART_TIME");

    private final String currency;

    EpaMapping(String currency) {
        this.currency = currency;
    }

    /** @throws Unmappable with the reason, for the person who has the file */
    VehicleDraft map(EpaRow row) throws Unmappable {
        EpaSizeClass size = EpaSizeClass.of(needed("size_class", row.sizeClass()))
                .orElseThrow(() -> unknown("size_class", row.sizeClass()));
        int year = year(row.year());
        String fuel = word(FUELS, "fuel", row.fuel());
        long price = size.pricePerDay(year);
        return new VehicleDraft(
                needed("make", row.make()),
                needed("model", row.model()),
                year,
                size.sizeClass,
                size.seats,
                size.bootLitres,
                transmission(row.transmission(), fuel),
                fuel,
                word(DRIVES, "drive", row.drive()),
                attributes(row),
                price,
                price / 2,
                currency,
                1,
                30);
    }

    private static SortedMap<String, String> attributes(EpaRow row) {
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put("epaId", row.epaId());
        attributes.put("cylinders", row.cylinders());
        attributes.put("displacementLitres", row.displacementLitres());
        attributes.put("highwayMpg", row.highwayMpg());
        attributes.put("cityMpg", row.cityMpg());
        attributes.put("epaSizeClass", row.sizeClass());
        attributes.put("epaTransmission", row.transmission());
        attributes.put("epaDrive", row.drive());
        attributes.put("epaFuel", row.fuel());
        attributes.values().removeIf(String::isEmpty);
        return attributes;
    }

    private static String transmission(String text, String fuel) throws Unmappable {
        if (text.startsWith("Auto")) {
            return "AUTOMATIC";
        }
        if (text.startsWith("Manual")) {
            return "MANUAL";
        }
        if (text.isEmpty() && fuel.equals("ELECTRIC")) {
            return "AUTOMATIC";
        }
        needed("transmission", text);
        throw unknown("transmission", text);
    }

    private static int year(String text) throws Unmappable {
        needed("year", text);
        if (!text.matches("[0-9]{4}")) {
            throw new Unmappable("year is not a year of four digits: \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    private static String word(Map<String, String> words, String column, String text) throws Unmappable {
        return Optional.ofNullable(words.get(needed(column, text))).orElseThrow(() -> unknown(column, text));
    }

    private static String needed(String column, String text) throws Unmappable {
        if (text.isEmpty()) {
            throw new Unmappable(column + " is empty");
        }
        return text;
    }

    private static Unmappable unknown(String column, String text) {
        return new Unmappable(column + " is not one this import knows: \"" + text + "\"");
    }
}
