package com.rentwave.service.process;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param uri where the monolith publishes the keys it signs tokens with */
@Validated
@ConfigurationProperties("rentwave.jwks")
record SessionProperties(@NotNull URI uri) {}
