package com.rentwave.facade.api;

import com.rentwave.sync.Side;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An API that moves out of the monolith into a service of its own.
 *
 * @param uri the service, without a path; none while nobody runs it: the API is then simply the monolith's
 * @param component the service's name, as contracts and verifications know it
 * @param called the service's name at the beginning of a sentence
 * @param databaseUrl the service's database, as the coordinator reaches it
 * @param legacySequence where the monolith's new ids come from
 * @param serviceSequence where the service's new ids come from
 * @param legacyIds table and column with the monolith's ids, with a dot between them
 * @param serviceIds table and column with the service's ids
 * @param readBy the monolith's other APIs that read its rows, by name
 */
public record MovingApi(
        @NotNull URI uri,
        @NotBlank String component,
        @NotBlank String called,
        @NotBlank String databaseUrl,
        @NotBlank String legacySequence,
        @NotBlank String serviceSequence,
        @NotNull @Pattern(regexp = COLUMN) String legacyIds,
        @NotNull @Pattern(regexp = COLUMN) String serviceIds,
        @DefaultValue Map<String, @Valid Reading> readBy) {

    private static final String COLUMN = "[a-z_]+\\.[a-z_]+";

    public MovingApi {
        readBy = readBy == null ? Map.of() : Map.copyOf(readBy);
    }

    /** Where a side's new ids come from. */
    public String sequence(Side side) {
        return side == Side.LEGACY ? legacySequence : serviceSequence;
    }

    /** The table and the column with a side's ids. */
    public String ids(Side side) {
        return side == Side.LEGACY ? legacyIds : serviceIds;
    }

    /**
     * How another API of the monolith reads the rows: from the monolith's copy, once it has what the client has seen.
     *
     * @param patience how long to wait for the monolith's copy
     * @param decides whether a wrong answer would do harm; else a late copy is better than none
     */
    public record Reading(@NotNull Duration patience, boolean decides) {}
}
