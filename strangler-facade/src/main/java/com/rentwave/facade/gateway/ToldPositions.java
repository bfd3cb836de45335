package com.rentwave.facade.gateway;

import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteTables;
import com.rentwave.facade.session.RecentWrites;
import com.rentwave.facade.session.SeenPositions;
import com.rentwave.sync.Position;
import com.rentwave.sync.Side;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What backends tell of positions. A notification is about something of another API than its own, so it comes with the
 * positions of all: {@code rentals=POSITION vehicles=POSITION}.
 */
@Component
class ToldPositions {

    private final RouteTables tables;
    private final RecentWrites writes;

    ToldPositions(RouteTables tables, RecentWrites writes) {
        this.tables = tables;
        this.writes = writes;
    }

    /** What was seen before, and this. */
    SeenPositions and(SeenPositions seen, String api, Position position) {
        return seen.and(api, position, owner(api, position));
    }

    /** What was seen before, and everything in such a text. What is no position says nothing. */
    SeenPositions and(SeenPositions seen, String positions) {
        SeenPositions all = seen;
        for (String one : positions.split(" ")) {
            int equals = Math.max(one.indexOf('='), 0);
            String api = one.substring(0, equals);
            Optional<Position> position = Position.parse(one.substring(Math.min(equals + 1, one.length())));
            if (position.isPresent() && tables.current().route(api).isPresent()) {
                all = and(all, api, position.get());
            }
        }
        return all;
    }

    /** Keeps for the user what no answer can give to them, or could give too late. */
    void remember(Passage passage, SeenPositions seen) {
        passage.user().ifPresent(user -> seen.byApi()
                .forEach((api, position) -> writes.remember(user, api, position, owner(api, position))));
    }

    private Side owner(String api, Position position) {
        return tables.current()
                .route(api)
                .filter(route -> route.epoch() == position.epoch())
                .map(Route::owner)
                .flatMap(owner -> owner.side())
                .orElse(null);
    }
}
