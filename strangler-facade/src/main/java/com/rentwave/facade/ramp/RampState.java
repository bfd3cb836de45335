package com.rentwave.facade.ramp;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An automatic ramp as it stands.
 *
 * @param percents its shares of users, in percent
 * @param everySeconds how long each is watched
 * @param next the share that comes next; null when there is none
 * @param nextAt when it comes, or when the last share has been watched; null when the ramp has ended
 * @param ended why it ended; null while it runs
 */
public record RampState(
        String api,
        boolean running,
        List<BigDecimal> percents,
        long everySeconds,
        BigDecimal next,
        Instant nextAt,
        String ended) {}
