package com.rentwave.platform;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A monolith and a vehicle-service for contract verification: the build that runs, on other ports, each with a database
 * of its own in which it owns vehicles. Nothing flows between them. {@link #close} removes both with their databases.
 */
public final class ScratchProviders implements AutoCloseable {

    /** Database of the second monolith. */
    public static final String LEGACY_DATABASE = "legacy_verify";

    /** Database of the second vehicle-service. */
    public static final String VEHICLE_DATABASE = "vehicle_service_verify";

    /** Nobody listens there: the scratch service must not read the real topics. */
    private static final String NO_KAFKA = "127.0.0.1:9";

    private final Site site;
    private final Monolith monolith;
    private final VehicleService vehicleService;

    private ScratchProviders(Site site, Monolith monolith, VehicleService vehicleService) {
        this.site = site;
        this.monolith = monolith;
        this.vehicleService = vehicleService;
    }

    static ScratchProviders start(Site site) {
        int port = FreePorts.one();
        Monolith monolith =
                new Monolith(site, new Monolith.Instance("monolith-verify", port, FreePorts.one(), LEGACY_DATABASE));
        VehicleService vehicleService = new VehicleService(
                site,
                new VehicleService.Instance(
                        "vehicle-service-verify", FreePorts.one(), VEHICLE_DATABASE, NO_KAFKA, port));
        ScratchProviders providers = new ScratchProviders(site, monolith, vehicleService);
        try {
            providers.removeAll();
            providers.startAll();
            return providers;
        } catch (RuntimeException e) {
            providers.close();
            throw e;
        }
    }

    private void startAll() {
        DatabaseSetup databases = new DatabaseSetup(site);
        databases.create(LEGACY_DATABASE, "rentwave_legacy");
        databases.create(VEHICLE_DATABASE, "rentwave_vehicles");
        CompletableFuture<?> one = CompletableFuture.runAsync(monolith::start);
        CompletableFuture<?> other = CompletableFuture.runAsync(vehicleService::start);
        try {
            CompletableFuture.allOf(one, other).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
        ownVehicles();
    }

    /** A fresh service owns nothing; the coordinator would give it the API in a cutover. */
    private void ownVehicles() {
        try (Connection connection = vehicleServiceDatabase().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE sync.ownership SET owner = 'service' WHERE api = 'vehicles'");
        } catch (SQLException e) {
            throw new PlatformException("The scratch service cannot be made owner: " + e.getMessage(), e);
        }
    }

    /** The second monolith's address. */
    public URI monolith() {
        return URI.create("http://127.0.0.1:" + monolith.port());
    }

    /** The second vehicle-service's address. */
    public URI vehicleService() {
        return URI.create("http://127.0.0.1:" + vehicleService.port());
    }

    public JdbcSettings monolithDatabase() {
        return site.jdbc(LEGACY_DATABASE, PostgresServer.SUPERUSER);
    }

    public JdbcSettings vehicleServiceDatabase() {
        return site.jdbc(VEHICLE_DATABASE, PostgresServer.SUPERUSER);
    }

    private void removeAll() {
        monolith.stop();
        vehicleService.stop();
        monolith.clearLeftover(note -> {});
        vehicleService.clearLeftover(note -> {});
        DatabaseSetup databases = new DatabaseSetup(site);
        databases.drop(LEGACY_DATABASE);
        databases.drop(VEHICLE_DATABASE);
    }

    @Override
    public void close() {
        removeAll();
    }
}
