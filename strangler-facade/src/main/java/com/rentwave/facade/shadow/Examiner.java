package com.rentwave.facade.shadow;

import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteTables;
import com.rentwave.facade.shadow.Verdict.Outcome;
import com.rentwave.sync.Position;
import com.rentwave.sync.Side;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Finds out whether both sides answer a read alike, at the same position of the data. Data moves while one asks: when the
 * answers differ, the owner is asked, then the copy at the owner's position, then the owner again. Only when the owner
 * says the same twice and the copy says something else in between do the sides really differ. The owner must have been
 * the owner all the time: when a flip passes by, the monolith may be the one that lags.
 */
@Component
class Examiner {

    private static final String POSITION = "rentwave-position";
    private static final int ROUNDS = 4;
    private static final long PAUSE_MILLIS = 100;

    private final Reader reader;
    private final Comparison comparison;
    private final Function<String, Optional<Route>> routes;

    @Autowired
    Examiner(Reader reader, Comparison comparison, RouteTables tables) {
        this(reader, comparison, api -> tables.current().route(api));
    }

    /** @param routes the route of an API, as it is now */
    Examiner(Reader reader, Comparison comparison, Function<String, Optional<Route>> routes) {
        this.reader = reader;
        this.comparison = comparison;
        this.routes = routes;
    }

    /** Compares what a user was answered by one side with the other side's answer. */
    Verdict examine(Read read, Side answeredBy, SideAnswer seen) throws InterruptedException {
        try {
            String position = answeredBy == Side.LEGACY ? seen.header(POSITION) : "";
            SideAnswer other = reader.read(answeredBy.other(), read, position);
            boolean agree = answeredBy == Side.LEGACY
                    ? comparison.of(seen, other).isEmpty()
                    : comparison.of(other, seen).isEmpty();
            return agree ? Verdict.of(Outcome.MATCHED) : examine(read);
        } catch (IOException e) {
            return Verdict.of(Outcome.UNANSWERED);
        }
    }

    /** Asks both sides. */
    Verdict examine(Read read) throws InterruptedException {
        SideAnswer before = null;
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Thread.sleep(round * PAUSE_MILLIS);
                before = reader.read(Side.LEGACY, read, "");
                SideAnswer copy = reader.read(Side.SERVICE, read, before.header(POSITION));
                if (copy.isBehind()) {
                    return Verdict.of(Outcome.BEHIND, before);
                }
                Optional<Difference> difference = comparison.of(before, copy);
                if (difference.isEmpty()) {
                    return Verdict.of(Outcome.MATCHED, before);
                }
                SideAnswer after = reader.read(Side.LEGACY, read, "");
                if (!ownedByLegacy(read.api(), before, after)) {
                    return Verdict.of(Outcome.UNSTABLE, before);
                }
                boolean positioned = !before.header(POSITION).isEmpty();
                if (comparison.of(before, after).isEmpty() && (positioned || round == ROUNDS - 1)) {
                    return Verdict.mismatch(difference.get(), after);
                }
            }
            return Verdict.of(Outcome.UNSTABLE, before);
        } catch (IOException e) {
            return Verdict.of(Outcome.UNANSWERED, before);
        }
    }

    /** Epochs only rise, and a fence raises the old owner's before anybody else may write: equal ones frame one ownership. */
    private boolean ownedByLegacy(String api, SideAnswer before, SideAnswer after) {
        Route route = routes.apply(api).orElse(null);
        return route != null
                && route.owner().is(Side.LEGACY)
                && Stream.of(before, after)
                        .flatMap(answer -> Position.parse(answer.header(POSITION)).stream())
                        .allMatch(position -> position.epoch() == route.epoch());
    }
}
