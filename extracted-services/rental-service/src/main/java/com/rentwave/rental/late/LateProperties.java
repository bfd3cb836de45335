package com.rentwave.rental.late;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param every how often the timer looks for things that are not back */
@Validated
@ConfigurationProperties("rentwave.late")
record LateProperties(@NotNull Duration every) {}
