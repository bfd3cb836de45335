package com.rentwave.facade.session;

import com.rentwave.sync.Position;
import com.rentwave.sync.Side;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What each user has lately written through this facade, or was told of by it. A browser asks for several things at once, and the answer that
 * comes last sets the cookie, which need not be the write's; and some clients bring nothing along at all. The cookie is
 * still what counts when the next request meets another facade.
 *
 * <p>A user is remembered for the lifetime of a position token. Of more users than there is room for, who wrote longest ago
 * is forgotten first: those have their cookie, or the header they were sent. No write looks at more than two other users.
 */
@Component
public class RecentWrites {

    static final int MOST = 20_000;

    /** More than a write adds, so that those whose time is over become fewer with each write. */
    private static final int FORGOTTEN_AT_ONCE = 2;

    private final Map<String, Entry> byUser = new ConcurrentHashMap<>();

    /** The users of the map in the order of their last writes; guards every change of both. */
    private final Set<String> longestAgoFirst = new LinkedHashSet<>();

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
        synchronized (longestAgoFirst) {
            Instant now = clock.instant();
            byUser.put(user, new Entry(of(user).and(api, position, owner), now.plus(tokens.lifetime())));
            longestAgoFirst.remove(user);
            longestAgoFirst.add(user);
            forget(now);
        }
    }

    private void forget(Instant now) {
        Iterator<String> users = longestAgoFirst.iterator();
        for (int i = 0; i < FORGOTTEN_AT_ONCE && users.hasNext(); i++) {
            String user = users.next();
            if (longestAgoFirst.size() <= MOST && !now.isAfter(byUser.get(user).until())) {
                return;
            }
            users.remove();
            byUser.remove(user);
        }
    }

    /** How many users are kept, those whose time is over included. */
    int size() {
        return byUser.size();
    }
}
