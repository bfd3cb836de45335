package com.rentwave.facade.session;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How sessions are checked.
 *
 * @param jwksUri where the keys are published that tokens are signed with
 * @param positionKey key that position tokens are signed with, 32 bytes in hex; empty: a random one until the next start
 * @param positionLifetime how long a position token is believed
 */
@Validated
@ConfigurationProperties("rentwave.session")
record SessionSettings(
        @NotNull URI jwksUri,

        @NotNull @Pattern(regexp = "|[0-9a-fA-F]{64}", message = "must be 64 hexadecimal digits")
        String positionKey,

        @NotNull Duration positionLifetime) {}
