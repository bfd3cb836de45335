package com.rentwave.platform;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A facade of the build that is there, with a database server of its own, in front of whatever listens on the port that
 * it was told: for measurements of the facade alone. {@link #close} removes all of it.
 */
public final class ScratchFacade implements AutoCloseable {

    private static final Duration TO_FOLLOW_A_ROUTE = Duration.ofSeconds(10);

    private final Site site;
    private final Map<PartName, ProcessPart> parts = new EnumMap<>(PartName.class);

    private ScratchFacade(Site site) {
        this.site = site;
        parts.put(PartName.POSTGRESQL, new PostgresServer(site));
        parts.put(PartName.FACADE, new Facade(site));
    }

    /** Starts it in an empty folder. */
    public static ScratchFacade in(Path folder) {
        Artefacts artefacts = new Artefacts(Artefacts.projectFolder());
        artefacts.facade();
        DataFolder data = DataFolder.at(folder);
        data.prepare();
        Ports ports = Ports.free();
        PlatformState.with(ports).write(data);
        ScratchFacade facade = new ScratchFacade(new Site(data, ports, Secrets.in(data), artefacts));
        try {
            new Startup(facade.parts, Progress.silent()).run(() -> {});
            return facade;
        } catch (RuntimeException e) {
            facade.close();
            throw e;
        }
    }

    /** The public address. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + site.ports().facade());
    }

    /** Where it believes the monolith to be. */
    public int backendPort() {
        return site.ports().monolith();
    }

    /** Where it believes vehicle-service to be. */
    public int vehicleServicePort() {
        return site.ports().vehicleService();
    }

    /** The operator's address. */
    public URI console() {
        return URI.create("http://127.0.0.1:" + site.ports().console());
    }

    public String operatorToken() {
        return site.secrets().operatorToken();
    }

    /** The process of the facade. */
    public ProcessHandle process() {
        return parts.get(PartName.FACADE)
                .process()
                .orElseThrow(() -> new PlatformException("The facade that is measured has ended."));
    }

    /**
     * Puts the route of vehicles into a phase that has no cutover, as no gate would let it, and waits until the facade
     * follows it.
     *
     * @param percent the share of users who read from the service in CANARY
     */
    public void route(String phase, int percent) {
        try (Connection migration =
                        site.jdbc("migration", "rentwave_coordinator").connect();
                PreparedStatement move = migration.prepareStatement("UPDATE route SET phase = ?, canary_percent = ?,"
                        + " version = version + 1 WHERE api = 'vehicles' RETURNING version");
                PreparedStatement follows = migration.prepareStatement(
                        "SELECT 1 FROM route_seen WHERE api = 'vehicles' AND version >= ?")) {
            move.setString(1, phase);
            move.setInt(2, percent);
            try (ResultSet moved = move.executeQuery()) {
                moved.next();
                follows.setLong(1, moved.getLong(1));
            }
            for (long end = System.nanoTime() + TO_FOLLOW_A_ROUTE.toNanos(); !isThere(follows); ProcessPart.pause()) {
                if (System.nanoTime() - end > 0) {
                    throw new PlatformException(
                            "The facade that is measured does not follow its route to " + phase + ".");
                }
            }
        } catch (SQLException e) {
            throw new PlatformException("The route of vehicles cannot be changed: " + e.getMessage(), e);
        }
    }

    private static boolean isThere(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            return rows.next();
        }
    }

    /** The Java command line of the facade, up to the class path: for what is compared with it. */
    public List<String> java() {
        return new Facade(site).java();
    }

    /** A port that nobody listens on. */
    public static int freePort() {
        return FreePorts.one();
    }

    @Override
    public void close() {
        new Shutdown(parts, Progress.silent()).run();
        Strays.of(site.folder()).end(note -> {});
        Unpacking.delete(site.folder().path());
    }
}
