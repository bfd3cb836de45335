package com.rentwave.facade.gateway;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much the facade takes on.
 *
 * @param requests at most this many at a time, streams of events not counted
 */
@Validated
@ConfigurationProperties("rentwave.load")
record LoadSettings(@Positive @DefaultValue("4000") int requests) {}
