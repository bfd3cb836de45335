package com.rentwave.platform;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;

/**
 * A monolith, the extracted services and change data capture for contract verification: the build that runs, on other
 * ports, with a PostgreSQL and a Kafka of their own. Each side owns its API in its database, and nothing is applied to the
 * other: what is captured is only read. {@link #close} removes all of it.
 */
public final class ScratchProviders implements AutoCloseable {

    private static final String FOLDER = "verify";
    private static final String COORDINATOR = "rentwave_coordinator";

    private final Site site;
    private final Map<PartName, ProcessPart> parts;

    private ScratchProviders(Site site) {
        this.site = site;
        this.parts = partsOf(site);
    }

    /** Starts them beside a platform, in a folder within its own. */
    static ScratchProviders beside(Site platform) {
        return start(platform.folder().within(FOLDER), platform.artefacts());
    }

    /** Ends what a verification beside a platform has left when it was killed. */
    static void endLeft(Site platform) {
        DataFolder folder = platform.folder().within(FOLDER);
        if (folder.exists()) {
            new ScratchProviders(new Site(
                            folder,
                            PlatformState.read(folder).orElseThrow().ports(),
                            Secrets.in(folder),
                            platform.artefacts()))
                    .close();
        }
    }

    /** Starts them without any platform. */
    public static ScratchProviders in(Path folder) {
        Artefacts artefacts = new Artefacts(Artefacts.projectFolder());
        artefacts.check();
        return start(DataFolder.at(folder), artefacts);
    }

    private static ScratchProviders start(DataFolder folder, Artefacts artefacts) {
        if (folder.exists()) {
            PlatformState left = PlatformState.read(folder).orElseThrow();
            new ScratchProviders(new Site(folder, left.ports(), Secrets.in(folder), artefacts)).close();
        }
        folder.prepare();
        Ports ports = Ports.free();
        PlatformState.with(ports).write(folder);
        ScratchProviders providers = new ScratchProviders(new Site(folder, ports, Secrets.in(folder), artefacts));
        try {
            new Startup(providers.parts, Progress.silent()).run(providers::ownTheirApis);
            return providers;
        } catch (RuntimeException e) {
            providers.close();
            throw e;
        }
    }

    private static Map<PartName, ProcessPart> partsOf(Site site) {
        Map<PartName, ProcessPart> parts = new EnumMap<>(PartName.class);
        parts.put(PartName.POSTGRESQL, new PostgresServer(site));
        parts.put(PartName.KAFKA, new KafkaBroker(site));
        parts.put(PartName.MONOLITH, Monolith.apart(site));
        parts.put(PartName.VEHICLE_SERVICE, ExtractedService.apart(ExtractedService.Kind.VEHICLES, site));
        parts.put(PartName.RENTAL_SERVICE, ExtractedService.apart(ExtractedService.Kind.RENTALS, site));
        parts.put(PartName.CDC, new Cdc(site));
        return parts;
    }

    /**
     * A fresh service owns nothing; the coordinator would give it its API in a cutover, under an epoch that rows which are
     * applied elsewhere must have.
     */
    private void ownTheirApis() {
        own(vehicleServiceDatabase());
        own(rentalServiceDatabase());
    }

    private static void own(JdbcSettings database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE sync.ownership SET owner = 'service', epoch = 1");
        } catch (SQLException e) {
            throw new PlatformException("A scratch service cannot be made owner: " + e.getMessage(), e);
        }
    }

    /** The second monolith's address. */
    public URI monolith() {
        return address(PartName.MONOLITH);
    }

    /** The second vehicle-service's address. */
    public URI vehicleService() {
        return address(PartName.VEHICLE_SERVICE);
    }

    /** The second rental-service's address. */
    public URI rentalService() {
        return address(PartName.RENTAL_SERVICE);
    }

    /** The second cdc's control API. */
    public URI cdc() {
        return address(PartName.CDC);
    }

    private URI address(PartName part) {
        return URI.create("http://127.0.0.1:" + site.ports().of(part));
    }

    /** The bearer token of cdc's control API. */
    public String internalToken() {
        return site.secrets().internalToken();
    }

    public String kafkaBootstrapServers() {
        return "127.0.0.1:" + site.ports().kafka();
    }

    /** The second monolith's database, as a coordinator. */
    public JdbcSettings monolithDatabase() {
        return site.jdbc(DatabaseSetup.LEGACY, COORDINATOR);
    }

    /** The second vehicle-service's database, as a coordinator. */
    public JdbcSettings vehicleServiceDatabase() {
        return site.jdbc(DatabaseSetup.VEHICLE_SERVICE, COORDINATOR);
    }

    /** The second rental-service's database, as a coordinator. */
    public JdbcSettings rentalServiceDatabase() {
        return site.jdbc(DatabaseSetup.RENTAL_SERVICE, COORDINATOR);
    }

    @Override
    public void close() {
        new Shutdown(parts, Progress.silent()).run();
        Strays.of(site.folder()).end(note -> {});
        Unpacking.delete(site.folder().path());
    }
}
