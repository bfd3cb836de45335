package com.rentwave.legacy.search;

import com.rentwave.legacy.idempotency.Answer;
import com.rentwave.legacy.idempotency.Scope;
import com.rentwave.legacy.idempotency.Write;
import com.rentwave.legacy.idempotency.Writes;
import com.rentwave.legacy.web.Ids;
import com.rentwave.legacy.web.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Following searches, and not following them any longer. */
@ApplicationScoped
class FollowWrites {

    private final Writes writes;
    private final FollowedSearches searches;
    private final Clock clock;

    @Inject
    FollowWrites(Writes writes, FollowedSearches searches, Clock clock) {
        this.writes = writes;
        this.searches = searches;
        this.clock = clock;
    }

    protected FollowWrites() {
        this(null, null, null);
    }

    Answer follow(Write write, FollowDetails details) {
        return writes.once(Scope.LEGACY, write, () -> {
            FollowedSearch search = new FollowedSearch(searches.nextId(), write.userId(), details, Times.now(clock));
            searches.add(search);
            return new Answer(201, FollowJson.text(search), null, "/api/searches/" + search.id());
        });
    }

    /** Nobody learns which searches others follow. */
    Answer unfollow(Write write, long id) {
        return writes.once(Scope.LEGACY, write, () -> {
            searches.remove(searches.lock(id)
                    .filter(search -> search.isOf(write.userId()))
                    .orElseThrow(() -> Ids.absent("search", id)));
            return new Answer(204, null, null, null);
        });
    }
}
