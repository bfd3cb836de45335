package com.rentwave.service.process;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How what nobody needs any more is removed.
 *
 * @param every pause between two runs
 * @param keys how long a kept answer is kept: longer than any client sends its request again
 */
@Validated
@ConfigurationProperties("rentwave.cleaning")
record CleaningProperties(@NotNull Duration every, @NotNull Duration keys) {}
