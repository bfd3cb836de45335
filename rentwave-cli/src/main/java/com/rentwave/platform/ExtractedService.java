package com.rentwave.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The new owner of one API: a Spring Boot service with a database of its own, all of them started alike. */
final class ExtractedService extends BootPart {

    private static final int HEAP_MEGABYTES = 384;

    /** Which API's, and what the platform calls it. */
    enum Kind {
        VEHICLES(PartName.VEHICLE_SERVICE, DatabaseSetup.VEHICLE_SERVICE, "rentwave_vehicles"),
        RENTALS(PartName.RENTAL_SERVICE, DatabaseSetup.RENTAL_SERVICE, "rentwave_rentals");

        private final PartName part;
        private final String database;
        private final String role;

        Kind(PartName part, String database, String role) {
            this.part = part;
            this.database = database;
            this.role = role;
        }
    }

    /** Nobody listens there. */
    private static final String NO_KAFKA = "127.0.0.1:9";

    private final Kind kind;
    private final String kafka;
    private final MovableClock clock;

    private ExtractedService(Site site, Kind kind, String kafka, MovableClock clock) {
        super(site, kind.part.text(), HEAP_MEGABYTES);
        this.kind = kind;
        this.kafka = kafka;
        this.clock = clock;
    }

    static ExtractedService of(Kind kind, Site site) {
        return new ExtractedService(site, kind, "127.0.0.1:" + site.ports().kafka(), site.clock());
    }

    /** One that applies no rows of the monolith, and serves tests only. */
    static ExtractedService apart(Kind kind, Site site) {
        return new ExtractedService(site, kind, NO_KAFKA, MovableClock.MOVABLE);
    }

    @Override
    List<Integer> ports() {
        return site.ports().allOf(kind.part);
    }

    @Override
    Path jar() {
        return site.artefacts().service(kind.part);
    }

    @Override
    Map<String, String> environment() {
        JdbcSettings owner = site.jdbc(kind.database, kind.role);
        JdbcSettings applier = site.jdbc(kind.database, kind.role + "_sync");
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", Integer.toString(port()));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("RENTWAVE_DATABASE_URL", owner.url());
        environment.put("RENTWAVE_DATABASE_USER", owner.user());
        environment.put("RENTWAVE_DATABASE_PASSWORD", owner.password());
        environment.put("RENTWAVE_SYNC_USER", applier.user());
        environment.put("RENTWAVE_SYNC_PASSWORD", applier.password());
        environment.put("RENTWAVE_KAFKA_BOOTSTRAP_SERVERS", kafka);
        environment.put("RENTWAVE_INTERNAL_TOKEN", site.secrets().internalToken());
        environment.put(
                "RENTWAVE_JWKS_URI",
                site.ports().uri(PartName.MONOLITH).resolve("/api/auth/jwks").toString());
        if (kind == Kind.RENTALS) {
            addPeers(environment);
        }
        return environment;
    }

    /** Whom renting asks, and the clock by which things are late. */
    private void addPeers(Map<String, String> environment) {
        URI monolith = site.ports().uri(PartName.MONOLITH);
        environment.put("RENTWAVE_LEGACY_URI", monolith.toString());
        environment.put(
                "RENTWAVE_VEHICLES_URI",
                site.ports().uri(PartName.VEHICLE_SERVICE).toString());
        clock.addTo(environment);
    }

    @Override
    Health askHealth() {
        return HttpProbe.ask(port(), "/internal/health");
    }
}
