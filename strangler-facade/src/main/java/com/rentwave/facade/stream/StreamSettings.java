package com.rentwave.facade.stream;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where change data capture is.
 *
 * @param cdcUri its control API
 * @param internalToken the token it asks for
 */
@Validated
@ConfigurationProperties("rentwave.cutover")
record StreamSettings(@NotNull URI cdcUri, @DefaultValue("") String internalToken) {}
