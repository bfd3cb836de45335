package com.rentwave.facade.birth;

import com.rentwave.facade.ownership.Barriers;
import com.rentwave.facade.ownership.Ownership;
import com.rentwave.facade.ownership.OwnershipTables;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteStore;
import com.rentwave.facade.route.RouteTables;
import com.rentwave.facade.stream.Streams;
import com.rentwave.sync.Side;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives an API to its service in an installation where it never was anywhere else. The monolith's database says so: it is
 * retired from the API, and the route has never changed. Every step is harmless when it was done before, so whoever is
 * interrupted, or is one of several facades, begins again; the route comes last.
 */
@Component
class Birth {

    private static final Logger LOG = LoggerFactory.getLogger(Birth.class);
    private static final Duration TO_APPLY = Duration.ofSeconds(2);

    private final RouteStore routes;
    private final RouteTables tables;
    private final OwnershipTables ownership;
    private final Barriers barriers;
    private final Streams streams;

    Birth(RouteStore routes, RouteTables tables, OwnershipTables ownership, Barriers barriers, Streams streams) {
        this.routes = routes;
        this.tables = tables;
        this.ownership = ownership;
        this.barriers = barriers;
        this.streams = streams;
    }

    /**
     * Looks whether an API is to begin at its service, and sees to it.
     *
     * @return whether the route is past its beginning, so that nobody needs to look again
     * @throws IOException when cdc or a stream is not ready; what was done stays, and the next try goes on
     * @throws SQLException when a database is not ready
     */
    boolean look(String api) throws IOException, SQLException, InterruptedException {
        Route route = routes.load(api).orElseThrow();
        if (route.version() > 0) {
            return true;
        }
        Ownership monolith = ownership.read(Side.LEGACY, api);
        if (!monolith.isRetired()) {
            return false;
        }
        awaitStreams(api);
        own(api, monolith.epoch());
        if (routes.compareAndSet(route.ownedBy(Owner.SERVICE, monolith.epoch(), Phase.RETIRED))) {
            LOG.info("{}: LEGACY → RETIRED (never was in the monolith; epoch {})", api, monolith.epoch());
        }
        tables.refresh();
        return true;
    }

    /** The way to the monolith's copy comes first: a row that was written before it would be missing there. */
    private void awaitStreams(String api) throws IOException, SQLException, InterruptedException {
        if (!streams.arm(api).armed()) {
            throw new IOException("the streams of " + api + " are not set up yet");
        }
        String barrier = "birth-" + UUID.randomUUID();
        barriers.emit(Side.LEGACY, api, barrier);
        if (!barriers.await(Side.LEGACY, api, barrier, TO_APPLY)) {
            throw new IOException("the service of " + api + " does not follow the monolith yet");
        }
    }

    private void own(String api, long epoch) throws SQLException {
        Ownership service = ownership.switchTo(Side.SERVICE, api, epoch);
        if (service.epoch() != epoch || !service.owner().equals(Side.SERVICE.word())) {
            throw new IllegalStateException("the monolith's database is retired from " + api + " at epoch " + epoch
                    + ", but its service's says " + service.owner() + " at epoch " + service.epoch()
                    + "; the route was not changed");
        }
    }
}
