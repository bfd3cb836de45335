package com.rentwave.workload.rows;

import java.time.Duration;
import java.util.List;

/**
 * What became of a file.
 *
 * @param imported rows that are in RentWave now, those of earlier runs included
 * @param before rows that an earlier run had finished
 * @param owners number of owner accounts
 * @param refused rows that could not be mapped or that the API refused
 * @param notes what could not be kept of rows that are in RentWave
 * @param took time of this run
 */
public record ImportResult(int imported, int before, int owners, List<Told> refused, List<Told> notes, Duration took) {

    public ImportResult {
        refused = List.copyOf(refused);
        notes = List.copyOf(notes);
    }
}
