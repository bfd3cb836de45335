package com.rentwave.platform;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The new owner of vehicles. */
final class VehicleService extends BootPart {

    private static final int HEAP_MEGABYTES = 384;

    /** What one instance differs in from another. */
    record Instance(String name, int port, String database, String kafka, int monolithPort) {}

    private final Instance instance;

    VehicleService(Site site, Instance instance) {
        super(site, instance.name(), HEAP_MEGABYTES);
        this.instance = instance;
    }

    static VehicleService of(Site site) {
        return new VehicleService(
                site,
                new Instance(
                        PartName.VEHICLE_SERVICE.text(),
                        site.ports().vehicleService(),
                        DatabaseSetup.VEHICLE_SERVICE,
                        "127.0.0.1:" + site.ports().kafka(),
                        site.ports().monolith()));
    }

    @Override
    List<Integer> ports() {
        return List.of(instance.port());
    }

    @Override
    Path jar() {
        return site.artefacts().vehicleService();
    }

    @Override
    Map<String, String> environment() {
        JdbcSettings owner = site.jdbc(instance.database(), "rentwave_vehicles");
        JdbcSettings applier = site.jdbc(instance.database(), "rentwave_vehicles_sync");
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", Integer.toString(port()));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("RENTWAVE_DATABASE_URL", owner.url());
        environment.put("RENTWAVE_DATABASE_USER", owner.user());
        environment.put("RENTWAVE_DATABASE_PASSWORD", owner.password());
        environment.put("RENTWAVE_SYNC_USER", applier.user());
        environment.put("RENTWAVE_SYNC_PASSWORD", applier.password());
        environment.put("RENTWAVE_KAFKA_BOOTSTRAP_SERVERS", instance.kafka());
        environment.put("RENTWAVE_JWKS_URI", "http://127.0.0.1:" + instance.monolithPort() + "/api/auth/jwks");
        return environment;
    }

    @Override
    Health askHealth() {
        return HttpProbe.ask(port(), "/internal/health");
    }
}
