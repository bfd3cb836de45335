package com.rentwave.facade.route;

import com.rentwave.sync.Side;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * Where one API's requests go. The owner here is a signpost: the databases decide who may write, and a side that does
 * not own the API says so with 421.
 *
 * @param api the API's name, the path segment after {@code /api/}
 * @param phase how far the API has moved; decides who answers reads
 * @param canaryShare share of users, in hundredths of a percent (0 to 10,000), who read from the service in phase CANARY
 * @param owner who takes writes
 * @param epoch the epoch of that owner; never goes back
 * @param version raised by one with every change; what compare-and-set compares
 */
public record Route(String api, Phase phase, int canaryShare, Owner owner, long epoch, long version) {

    /** The share that takes in every user. */
    public static final int ALL = 10_000;

    public Route {
        Objects.requireNonNull(api, "api");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(owner, "owner");
        if (canaryShare < 0 || canaryShare > ALL) {
            throw new IllegalArgumentException("canaryShare must be 0 to 10000: " + canaryShare);
        }
        if (epoch < 0 || version < 0) {
            throw new IllegalArgumentException("epoch and version must not be negative");
        }
    }

    /** The share of users in percent, with two places. */
    public BigDecimal canaryPercent() {
        return BigDecimal.valueOf(canaryShare, 2);
    }

    /** The side that answers reads.
     *
     * @param bucket the user's place among ten thousand, 0 to 9,999, the same for all requests of one user
     */
    public Side readSide(int bucket) {
        return switch (phase) {
            case LEGACY, SYNCED, SHADOW -> Side.LEGACY;
            case CANARY -> bucket < canaryShare ? Side.SERVICE : Side.LEGACY;
            case READS, OWNED, RETIRED -> Side.SERVICE;
        };
    }

    /** The next version of this route, in another phase and with the same owner. */
    public Route inPhase(Phase next, int share) {
        return new Route(api, next, share, owner, epoch, version + 1);
    }

    /** The next version of this route, with another owner. */
    public Route ownedBy(Owner next, long nextEpoch, Phase nextPhase) {
        return new Route(api, nextPhase, 0, next, nextEpoch, version + 1);
    }
}
