package com.rentwave.facade.canary;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a canary may cost its users.
 *
 * @param samples how many reads by the service it takes to judge
 * @param failures share of reads, 0 to 1, that may fail beyond those that fail at the other side
 * @param slower how many times as slow as the other side's the slowest hundredth may be
 * @param slack how much slower it may be in any case
 * @param mismatches share of compared reads, 0 to 1, that may differ
 * @param window how far back a break is looked for
 * @param testers ids of users who may choose a side by the header {@code RentWave-Side}
 * @param serviceUsers ids of users who always read from the service while it is a canary
 */
@Validated
@ConfigurationProperties("rentwave.canary")
public record CanarySettings(
        @Positive @DefaultValue("20") int samples,
        @PositiveOrZero @DefaultValue("0.01") double failures,
        @Positive @DefaultValue("2") double slower,
        @NotNull @DefaultValue("250ms") Duration slack,
        @PositiveOrZero @DefaultValue("0.001") double mismatches,
        @NotNull @DefaultValue("10s") Duration window,
        @DefaultValue Set<String> testers,
        @DefaultValue Set<String> serviceUsers) {}
