package com.rentwave.facade.session;

import com.rentwave.sync.Position;
import com.rentwave.sync.Side;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The latest position of each API that one client has seen. Immutable.
 *
 * @param byApi position by the API's name
 */
public record SeenPositions(Map<String, Position> byApi) {

    public static final SeenPositions NONE = new SeenPositions(Map.of());

    public SeenPositions {
        byApi = Map.copyOf(byApi);
    }

    public Optional<Position> of(String api) {
        return Optional.ofNullable(byApi.get(api));
    }

    /**
     * These positions and one more.
     *
     * @param owner the side that owns the API in the position's epoch as far as known, else null
     */
    public SeenPositions and(String api, Position seen, Side owner) {
        Position known = byApi.get(api);
        Position later = known == null ? seen : later(known, seen, owner);
        if (later.equals(known)) {
            return this;
        }
        Map<String, Position> merged = new TreeMap<>(byApi);
        merged.put(api, later);
        return new SeenPositions(merged);
    }

    /** These positions and the other's; of two for one API the later. */
    public SeenPositions and(SeenPositions other) {
        SeenPositions all = this;
        for (Map.Entry<String, Position> entry : other.byApi.entrySet()) {
            all = all.and(entry.getKey(), entry.getValue(), null);
        }
        return all;
    }

    /**
     * The higher epoch wins; in one epoch on one side the higher log position. Two sides meet in one epoch only around
     * a fence: the old owner's last position (the barrier) carries the new epoch already, and everything up to it is
     * on the new owner, so the owner's position is the later. On another timeline positions cannot be compared: the
     * newly seen one is what the side has now.
     */
    static Position later(Position known, Position seen, Side owner) {
        if (known.epoch() != seen.epoch()) {
            return known.epoch() > seen.epoch() ? known : seen;
        }
        if (known.side() != seen.side()) {
            return known.side() == owner ? known : seen;
        }
        boolean comparable = known.systemId().equals(seen.systemId()) && known.timeline() == seen.timeline();
        return comparable && known.lsn().compareTo(seen.lsn()) > 0 ? known : seen;
    }
}
