package com.rentwave.workload.vehicles;

import java.time.Duration;
import java.util.List;

/**
 * What became of a file.
 *
 * @param imported rows that are vehicles now, those of earlier runs included
 * @param before rows that an earlier run had finished
 * @param owners number of owner accounts
 * @param refused rows that could not be mapped or that the API refused
 * @param took time of this run
 */
public record ImportResult(int imported, int before, int owners, List<VehicleFile.Unmapped> refused, Duration took) {

    public ImportResult {
        refused = List.copyOf(refused);
    }
}
