package com.rentwave.facade.session;

import com.rentwave.sync.Position;
import com.rentwave.sync.Side;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What each user has lately written through this facade, or was told of by it. A browser asks for several things at once, and the answer that
 * comes last sets the cookie, which need not be the write's; and some clients bring nothing along at all. The cookie is
 * still what counts when the next request meets another facade.
 */
@Component
public class RecentWrites {

    private static final int MOST = 20_000;

    private final Map<String, Entry> byUser = new ConcurrentHashMap<>();
    private final PositionTokens tokens;
    private final Clock clock;

    private record Entry(SeenPositions positions, Instant until) {}

    RecentWrites(PositionTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** What the user has written, or was told of, in the lifetime of a position token. */
    public SeenPositions of(String user) {
        Entry entry = byUser.get(user);
        return entry == null || clock.instant().isAfter(entry.until()) ? SeenPositions.NONE : entry.positions();
    }

    /** @param owner the side that owns the API in the position's epoch as far as known, else null */
    public void remember(String user, String api, Position position, Side owner) {
        Instant now = clock.instant();
        if (byUser.size() >= MOST) {
            byUser.values().removeIf(entry -> now.isAfter(entry.until()));
        }
        if (byUser.size() < MOST || byUser.containsKey(user)) {
            Instant until = now.plus(tokens.lifetime());
            byUser.compute(user, (name, old) -> {
                SeenPositions before = old == null || now.isAfter(old.until()) ? SeenPositions.NONE : old.positions();
                return new Entry(before.and(api, position, owner), until);
            });
        }
    }
}
