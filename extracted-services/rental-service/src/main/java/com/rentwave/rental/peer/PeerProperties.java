package com.rentwave.rental.peer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the others are.
 *
 * @param legacy the monolith: wallet, books, rooms, and vehicles while it owns them
 * @param vehicles the vehicle service
 */
@Validated
@ConfigurationProperties("rentwave")
record PeerProperties(
        @Valid @NotNull Address legacy,
        @Valid @NotNull Address vehicles,
        @Valid @NotNull Patience peers) {

    /** @param uri without a path */
    record Address(@NotNull URI uri) {}

    /**
     * @param connect the longest time until a connection is there
     * @param answer the longest time until an answer is there
     * @param atOnce the most requests that are on the way to one of them: more would wait in vain, each in a thread of its own
     */
    record Patience(
            @NotNull Duration connect,
            @NotNull Duration answer,
            @Min(1) int atOnce) {}
}
