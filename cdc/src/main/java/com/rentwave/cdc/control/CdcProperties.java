package com.rentwave.cdc.control;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What this application needs to be told.
 *
 * @param legacy the monolith's database
 * @param vehicles the vehicle service's database
 * @param rentals the rental service's database; without it rentals are not offered
 * @param user the role with which both are read, and legacy is written by the applier
 * @param internalToken what the facade sends as a bearer token
 */
@Validated
@ConfigurationProperties("rentwave")
record CdcProperties(
        @NotNull @Valid Database legacy,
        @NotNull @Valid Database vehicles,
        @NotNull OptionalDatabase rentals,
        @NotBlank String user,
        String password,
        @NotNull @Valid Kafka kafka,
        @NotNull @Valid Outbox outbox,
        @NotNull @Valid KeptAnswers keptAnswers,
        @NotBlank String internalToken) {

    /** @param url JDBC URL */
    record Database(@NotBlank String url) {}

    /** @param url JDBC URL, empty when there is none */
    record OptionalDatabase(String url) {

        boolean isKnown() {
            return url != null && !url.isBlank();
        }
    }

    /** @param keep how long a published event stays in its outbox */
    record Outbox(@NotNull Duration keep) {}

    /** @param proveEvery how often a proof looks at all of them, at most; those written since the last one it always compares */
    record KeptAnswers(@NotNull Duration proveEvery) {}

    /** @param bootstrapServers host:port, comma-separated */
    record Kafka(@NotBlank String bootstrapServers) {}

    /** Without secrets. */
    @Override
    public String toString() {
        return "CdcProperties[legacy=" + legacy + ", vehicles=" + vehicles + ", rentals=" + rentals
                + ", user=" + user + ", kafka=" + kafka
                + ']';
    }
}
