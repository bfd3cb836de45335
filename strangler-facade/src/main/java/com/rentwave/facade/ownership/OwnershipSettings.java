package com.rentwave.facade.ownership;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the coordinator reaches the databases that hold the APIs' rows; those of the services are told with their APIs.
 *
 * @param legacyDatabaseUrl the monolith's database
 * @param databaseUser may update {@code sync.ownership} and read the rows, nothing else
 * @param databasePassword empty where none is asked for
 * @param lockLimit how long one try to fence may queue for the lock, and stall new writers
 */
@Validated
@ConfigurationProperties("rentwave.cutover")
record OwnershipSettings(
        @NotBlank String legacyDatabaseUrl,
        @NotBlank String databaseUser,
        @DefaultValue("") String databasePassword,
        @NotNull @DefaultValue("100ms") Duration lockLimit) {}
