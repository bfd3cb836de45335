package com.rentwave.facade.cutover;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The bounds of a move.
 *
 * @param lease after this time without a sign of life another coordinator takes over; shorter than a request is held
 * @param attempts how often a flip is tried before the move is given up
 * @param retryPause the pause before an aborted flip is tried again
 * @param gatePatience how long gates that are shut are asked again before the move is refused
 * @param writersLimit how long the fence waits, before it is up, for the writers that were there before it
 * @param fenceTries how often the fence queues for the lock in one attempt
 * @param fencePause the longest pause between two of these tries, in which writers go on
 * @param drainLimit how long writes may stand still for the new owner to catch up
 * @param handOverLimit how long they may stand still for the last comparison
 * @param snapshotLimit how long the first copy may take
 * @param patience how long a step outside a flip is tried when something does not answer
 * @param verifyLimit how long the comparison after a flip is tried
 * @param clockMargin how far the clocks of backends and databases may differ; the rows stamped in that time are compared again inside the fence
 * @param canaryPercent share of users who read from the service in CANARY
 */
@Validated
@ConfigurationProperties("rentwave.cutover")
public record CutoverSettings(
        @NotNull @DefaultValue("2s") Duration lease,
        @Min(1) @DefaultValue("4") int attempts,
        @NotNull @DefaultValue("500ms") Duration retryPause,
        @NotNull @DefaultValue("3s") Duration gatePatience,
        @NotNull @DefaultValue("6s") Duration writersLimit,
        @Min(1) @DefaultValue("40") int fenceTries,
        @NotNull @DefaultValue("100ms") Duration fencePause,
        @NotNull @DefaultValue("3s") Duration drainLimit,
        @NotNull @DefaultValue("1s") Duration handOverLimit,
        @NotNull @DefaultValue("15m") Duration snapshotLimit,
        @NotNull @DefaultValue("30s") Duration patience,
        @NotNull @DefaultValue("60s") Duration verifyLimit,
        @NotNull @DefaultValue("1s") Duration clockMargin,
        @Min(0) @Max(100) @DefaultValue("10") int canaryPercent) {}
