package com.rentwave.rental.saga;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How sagas are resumed.
 *
 * @param patience how long whoever is at a saga has it for himself: longer than the wallet may take to answer
 * @param turn how long a renting waits for another one that stands in its way
 * @param pause between two looks at what is due
 * @param firstDelay after the first attempt in vain; doubled by each other one
 * @param longestDelay between two attempts
 * @param alarmAfter attempts in vain, a person should know
 * @param kept how long a saga is kept after its end
 */
@Validated
@ConfigurationProperties("rentwave.saga")
record SagaProperties(
        @NotNull Duration patience,
        @NotNull Duration turn,
        @NotNull Duration pause,
        @NotNull Duration firstDelay,
        @NotNull Duration longestDelay,
        @Min(1) int alarmAfter,
        @NotNull Duration kept) {}
