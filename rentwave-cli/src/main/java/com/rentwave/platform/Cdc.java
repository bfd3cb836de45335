package com.rentwave.platform;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Captures the rows of all databases and writes the way back. */
final class Cdc extends BootPart {

    private static final int HEAP_MEGABYTES = 448;

    Cdc(Site site) {
        super(site, PartName.CDC.text(), HEAP_MEGABYTES);
    }

    @Override
    List<Integer> ports() {
        return List.of(site.ports().cdc());
    }

    @Override
    Path jar() {
        return site.artefacts().cdc();
    }

    @Override
    Map<String, String> environment() {
        JdbcSettings legacy = site.jdbc(DatabaseSetup.LEGACY, "rentwave_cdc");
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", Integer.toString(port()));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("RENTWAVE_LEGACY_DATABASE_URL", legacy.url());
        environment.put(
                "RENTWAVE_VEHICLES_DATABASE_URL",
                site.jdbc(DatabaseSetup.VEHICLE_SERVICE, "rentwave_cdc").url());
        environment.put(
                "RENTWAVE_RENTALS_DATABASE_URL",
                site.jdbc(DatabaseSetup.RENTAL_SERVICE, "rentwave_cdc").url());
        environment.put("RENTWAVE_CDC_USER", legacy.user());
        environment.put("RENTWAVE_CDC_PASSWORD", legacy.password());
        environment.put(
                "RENTWAVE_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + site.ports().kafka());
        environment.put("RENTWAVE_INTERNAL_TOKEN", site.secrets().internalToken());
        return environment;
    }

    @Override
    Health askHealth() {
        return HttpProbe.ask(port(), "/internal/health");
    }
}
