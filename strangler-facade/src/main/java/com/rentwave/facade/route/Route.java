package com.rentwave.facade.route;

import com.rentwave.sync.Side;
import java.util.Objects;

/**
 * Where one API's requests go. The owner here is a signpost: the databases decide who may write, and a side that does
 * not own the API says so with 421.
 *
 * @param api the API's name, the path segment after {@code /api/}
 * @param phase how far the API has moved; decides who answers reads
 * @param canaryPercent share of users, 0 to 100, who read from the service in phase CANARY
 * @param owner who takes writes
 * @param epoch the epoch of that owner; never goes back
 * @param version raised by one with every change; what compare-and-set compares
 */
public record Route(String api, Phase phase, int canaryPercent, Owner owner, long epoch, long version) {

    public Route {
        Objects.requireNonNull(api, "api");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(owner, "owner");
        if (canaryPercent < 0 || canaryPercent > 100) {
            throw new IllegalArgumentException("canaryPercent must be 0 to 100: " + canaryPercent);
        }
        if (epoch < 0 || version < 0) {
            throw new IllegalArgumentException("epoch and version must not be negative");
        }
    }

    /** The side that answers reads.
     *
     * @param bucket the user's place among a hundred, 0 to 99, the same for all requests of one user
     */
    public Side readSide(int bucket) {
        return switch (phase) {
            case LEGACY, SYNCED, SHADOW -> Side.LEGACY;
            case CANARY -> bucket < canaryPercent ? Side.SERVICE : Side.LEGACY;
            case READS, OWNED, RETIRED -> Side.SERVICE;
        };
    }

    /** The next version of this route, in another phase and with the same owner. */
    public Route inPhase(Phase next, int percent) {
        return new Route(api, next, percent, owner, epoch, version + 1);
    }

    /** The next version of this route, with another owner. */
    public Route ownedBy(Owner next, long nextEpoch, Phase nextPhase) {
        return new Route(api, nextPhase, 0, next, nextEpoch, version + 1);
    }
}
