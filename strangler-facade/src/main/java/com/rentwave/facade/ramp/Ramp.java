package com.rentwave.facade.ramp;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A series of shares that a canary's users are raised to by itself. Immutable.
 *
 * @param shares in hundredths of a percent, rising
 * @param every how long each share is watched
 * @param reached how many of the shares have been set
 * @param nextAt when the next share is due, or the last one has been watched
 * @param ended why it ended; null while it runs
 */
record Ramp(String api, List<Integer> shares, Duration every, int reached, Instant nextAt, String ended) {

    private static final int PLACES = 2;

    Ramp {
        shares = List.copyOf(shares);
    }

    /** The share that is set now. */
    int share() {
        return shares.get(reached - 1);
    }

    Optional<Integer> next() {
        return reached < shares.size() ? Optional.of(shares.get(reached)) : Optional.empty();
    }

    boolean isRunning() {
        return ended == null;
    }

    Ramp raised(Instant now) {
        return new Ramp(api, shares, every, reached + 1, now.plus(every), null);
    }

    Ramp endedBecause(String reason) {
        return new Ramp(api, shares, every, reached, nextAt, reason);
    }

    RampState state() {
        return new RampState(
                api,
                isRunning(),
                shares.stream().map(Ramp::percent).toList(),
                every.toSeconds(),
                isRunning() ? next().map(Ramp::percent).orElse(null) : null,
                isRunning() ? nextAt : null,
                ended);
    }

    static BigDecimal percent(int share) {
        return BigDecimal.valueOf(share, PLACES).stripTrailingZeros();
    }
}
