package com.rentwave.facade.stream;

import java.util.List;

/**
 * Each live row mapped forth and back.
 *
 * @param rows how many
 * @param failures those that do not come back as they were
 */
public record MappingProof(long rows, List<Failure> failures) {

    public MappingProof {
        failures = failures == null ? List.of() : List.copyOf(failures);
    }

    /** A row that cannot be mapped, or does not come back as it was. */
    public record Failure(String table, String key, String reason) {}
}
