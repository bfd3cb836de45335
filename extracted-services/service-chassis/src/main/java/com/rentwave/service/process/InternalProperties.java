package com.rentwave.service.process;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param internalToken what the other parts of the system prove themselves with; empty when nobody can */
@Validated
@ConfigurationProperties("rentwave")
public record InternalProperties(@NotNull String internalToken) {}
