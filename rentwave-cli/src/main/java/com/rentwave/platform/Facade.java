package com.rentwave.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The only public entry, and the operator's. */
final class Facade extends BootPart {

    /** With all that a JVM has beside its heap, half a gigabyte, however many people are connected. */
    private static final int HEAP_MEGABYTES = 288;

    Facade(Site site) {
        super(site, PartName.FACADE.text(), HEAP_MEGABYTES);
    }

    @Override
    List<Integer> ports() {
        return List.of(site.ports().facade(), site.ports().console());
    }

    /** It lets requests in flight end first. */
    @Override
    Duration stopLimit() {
        return Duration.ofSeconds(30);
    }

    /** A Java command line with the facade's options, up to the class path. */
    List<String> java() {
        return JavaRuntime.command(name(), site.folder(), HEAP_MEGABYTES, List.of("-Djava.awt.headless=true"));
    }

    @Override
    Path jar() {
        return site.artefacts().facade();
    }

    @Override
    Map<String, String> environment() {
        JdbcSettings migration = site.jdbc(DatabaseSetup.MIGRATION, "rentwave_coordinator");
        Ports ports = site.ports();
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", Integer.toString(ports.facade()));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("RENTWAVE_CONSOLE_PORT", Integer.toString(ports.console()));
        environment.put("RENTWAVE_MIGRATION_DATABASE_URL", migration.url());
        environment.put(
                "RENTWAVE_LEGACY_DATABASE_URL",
                site.jdbc(DatabaseSetup.LEGACY, migration.user()).url());
        environment.put(
                "RENTWAVE_VEHICLES_DATABASE_URL",
                site.jdbc(DatabaseSetup.VEHICLE_SERVICE, migration.user()).url());
        environment.put(
                "RENTWAVE_RENTALS_DATABASE_URL",
                site.jdbc(DatabaseSetup.RENTAL_SERVICE, migration.user()).url());
        environment.put("RENTWAVE_COORDINATOR_USER", migration.user());
        environment.put("RENTWAVE_COORDINATOR_PASSWORD", migration.password());
        environment.put("RENTWAVE_LEGACY_URI", "http://127.0.0.1:" + ports.monolith());
        environment.put(
                "RENTWAVE_VEHICLES_URI", ports.uri(PartName.VEHICLE_SERVICE).toString());
        environment.put(
                "RENTWAVE_RENTALS_URI", ports.uri(PartName.RENTAL_SERVICE).toString());
        environment.put("RENTWAVE_CDC_URI", "http://127.0.0.1:" + ports.cdc());
        environment.put("RENTWAVE_JWKS_URI", "http://127.0.0.1:" + ports.monolith() + "/api/auth/jwks");
        environment.put("RENTWAVE_CERTIFICATE_KEY", site.secrets().certificateKey());
        environment.put("RENTWAVE_POSITION_KEY", site.secrets().positionKey());
        environment.put("RENTWAVE_OPERATOR_TOKEN", site.secrets().operatorToken());
        environment.put("RENTWAVE_INTERNAL_TOKEN", site.secrets().internalToken());
        environment.put(
                "RENTWAVE_PACTS_FOLDER",
                site.artefacts().project().resolve("contracts").resolve("pacts").toString());
        return environment;
    }

    @Override
    Health askHealth() {
        Health console = HttpProbe.ask(site.ports().console(), "/health");
        return console.isHealthy() && !FreePorts.answers(port())
                ? Health.unhealthy("nothing listens on the public port " + port() + " yet")
                : console;
    }
}
