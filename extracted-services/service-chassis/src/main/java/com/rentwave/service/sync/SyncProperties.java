package com.rentwave.service.sync;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Where rows come from and where they go. */
@Validated
@ConfigurationProperties("rentwave")
record SyncProperties(
        @Valid @NotNull Database database,
        @Valid @NotNull Sync sync,
        @Valid @NotNull Kafka kafka) {

    /** @param url of the service's own database */
    record Database(@NotBlank String url) {}

    /**
     * @param user role that may mark what it writes as copied
     * @param password empty when the server asks for none
     */
    record Sync(@NotBlank String user, @NotNull String password) {}

    /** @param bootstrapServers host:port, comma separated */
    record Kafka(@NotBlank String bootstrapServers) {}
}
