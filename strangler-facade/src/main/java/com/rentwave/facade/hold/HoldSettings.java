package com.rentwave.facade.hold;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much may be held, for each API.
 *
 * @param requests at most this many requests at a time
 * @param size at most this much of their bodies
 * @param time no request for longer than this
 */
@Validated
@ConfigurationProperties("rentwave.hold")
public record HoldSettings(
        @Positive int requests,
        @NotNull DataSize size,
        @NotNull Duration time) {}
