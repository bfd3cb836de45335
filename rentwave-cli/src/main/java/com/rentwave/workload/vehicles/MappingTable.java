package com.rentwave.workload.vehicles;

import java.util.ArrayList;
import java.util.List;

/** The mapping of the import in words, for its help. */
public final class MappingTable {

    private MappingTable() {}

    public static List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                "%-32s %-10s %5s %5s %9s", "size_class begins with", "class", "seats", "boot l", "new, /day"));
        for (EpaSizeClass line : EpaSizeClass.values()) {
            lines.add(String.format(
                    "%-32s %-10s %5d %6d %9.2f",
                    line.beginning, line.sizeClass, line.seats, line.bootLitres, line.pricePerDayNew / 100.0));
        }
        lines.add("Price per day: the price of a new one (2016) less 2 % for each year of age, at most 60 %.");
        lines.add("Late fee: half the price per day. Rentals of 1 to 30 days.");
        lines.add("Fuel: Regular, Premium, Midgrade = PETROL; ... or E85 = ETHANOL; ... or natural gas, CNG = CNG;");
        lines.add("... or propane = LPG; ... and/or Electricity = HYBRID; Electricity = ELECTRIC; Diesel = DIESEL.");
        lines.add("Drive: 2-Wheel and Rear-Wheel = REAR; 4-Wheel and All-Wheel = ALL; Part-time 4-Wheel = PART_TIME.");
        lines.add(
                "Transmission: Auto... = AUTOMATIC, Manual... = MANUAL; empty = AUTOMATIC for electric vehicles only.");
        lines.add(
                "The file's own words stay in the attributes epaId, cylinders, displacementLitres, highwayMpg, cityMpg,");
        lines.add("epaSizeClass, epaTransmission, epaDrive, epaFuel. A row that fits nowhere is told with its line.");
        return lines;
    }
}
