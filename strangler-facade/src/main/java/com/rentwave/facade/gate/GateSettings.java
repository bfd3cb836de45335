package com.rentwave.facade.gate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The gates' bounds.
 *
 * @param lagBytes how much log capture may be behind
 * @param barrierLimit how long a barrier may take to the other side
 * @param reconcileLimit how long the comparison of all rows may take
 * @param shadowSamples how many reads a rehearsal has to compare
 * @param shadowBudget the share of reads that may differ, 0 to 1
 * @param shadowWindow how far back traffic is judged
 * @param underWay how long after a flip the monolith may still answer what was under way
 * @param soak how long an API has to be OWNED, and unused in the monolith, before it may be RETIRED
 */
@Validated
@ConfigurationProperties("rentwave.cutover.gates")
record GateSettings(
        @DefaultValue("4194304") long lagBytes,
        @NotNull @DefaultValue("2s") Duration barrierLimit,
        @NotNull @DefaultValue("120s") Duration reconcileLimit,
        @Positive @DefaultValue("20") int shadowSamples,
        @PositiveOrZero @DefaultValue("0.001") double shadowBudget,
        @NotNull @DefaultValue("10m") Duration shadowWindow,
        @NotNull @DefaultValue("5s") Duration underWay,
        @NotNull @DefaultValue("7d") Duration soak) {}
