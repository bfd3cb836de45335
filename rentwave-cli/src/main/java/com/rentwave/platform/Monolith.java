package com.rentwave.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** WildFly with the monolith: the provisioned server from the build, with its own writable folder in the data folder. */
final class Monolith extends ProcessPart {

    private static final int HEAP_MEGABYTES = 448;
    private static final int SECONDS_TO_DRAIN = 10;

    /** As WildFly's own start script has them (bin/common.sh). */
    private static final List<String> MODULE_OPENINGS = List.of(
            "--add-exports=java.desktop/sun.awt",
            "--add-exports=java.naming/com.sun.jndi.ldap",
            "--add-exports=java.naming/com.sun.jndi.url.ldap",
            "--add-exports=java.naming/com.sun.jndi.url.ldaps",
            "--add-exports=jdk.naming.dns/com.sun.jndi.dns",
            "--add-opens=java.base/java.lang",
            "--add-opens=java.base/java.lang.invoke",
            "--add-opens=java.base/java.lang.reflect",
            "--add-opens=java.base/java.io",
            "--add-opens=java.base/java.net",
            "--add-opens=java.base/java.security",
            "--add-opens=java.base/java.util",
            "--add-opens=java.base/java.util.concurrent",
            "--add-opens=java.management/javax.management",
            "--add-opens=java.naming/javax.naming");

    /** What one instance differs in from another. */
    record Instance(String name, int port, int managementPort, String database, MovableClock clock) {}

    private final Instance instance;

    Monolith(Site site, Instance instance) {
        super(site, instance.name());
        this.instance = instance;
    }

    static Monolith of(Site site) {
        return of(site, site.clock());
    }

    /** One that serves tests only. */
    static Monolith apart(Site site) {
        return of(site, MovableClock.MOVABLE);
    }

    private static Monolith of(Site site, MovableClock clock) {
        return new Monolith(
                site,
                new Instance(
                        PartName.MONOLITH.text(),
                        site.ports().monolith(),
                        site.ports().monolithManagement(),
                        DatabaseSetup.LEGACY,
                        clock));
    }

    @Override
    List<Integer> ports() {
        return List.of(instance.port(), instance.managementPort());
    }

    @Override
    Duration stopLimit() {
        return Duration.ofSeconds(SECONDS_TO_DRAIN + 20L);
    }

    private Path base() {
        return site.folder().of(name()).resolve("standalone");
    }

    /** The server without what is deployed in it. It lies beside the data, out of reach of a build under it. */
    private Path home() {
        StringBuilder listing = new StringBuilder();
        Path server = site.artefacts().monolithServer();
        forEachFile(server.resolve("modules"), file -> listing.append(server.relativize(file))
                .append(' ')
                .append(Files.size(file))
                .append('\n'));
        return site.folder().unpacked().resolve("wildfly-" + Fingerprint.of(listing.toString()));
    }

    /** The writable folder is a fresh copy each time: whatever a killed server left in it cannot matter. */
    @Override
    void prepare() {
        Path server = site.artefacts().monolithServer();
        Unpacking.deleteSiblings(home());
        Unpacking.once(home(), draft -> {
            Files.copy(server.resolve("jboss-modules.jar"), draft.resolve("jboss-modules.jar"));
            Unpacking.copy(server.resolve("modules"), draft.resolve("modules"));
        });
        Unpacking.delete(base());
        try {
            Unpacking.copy(server.resolve("standalone"), base());
        } catch (IOException e) {
            throw new PlatformException(
                    "The built server cannot be copied to " + base() + ": " + DataFolder.reason(e), e);
        }
    }

    @Override
    Launch launch() {
        Path server = home();
        List<String> more = new ArrayList<>(List.of(
                "-XX:MetaspaceSize=96M",
                "-Djava.net.preferIPv4Stack=true",
                "-Djava.awt.headless=true",
                "-Djboss.modules.system.pkgs=org.jboss.byteman",
                "--add-modules=java.se",
                "-Djboss.home.dir=" + server,
                "-Djboss.server.base.dir=" + base(),
                "-Djboss.bind.address=127.0.0.1",
                "-Djboss.bind.address.management=127.0.0.1",
                "-Dorg.wildfly.sigterm.suspend.timeout=" + SECONDS_TO_DRAIN));
        MODULE_OPENINGS.forEach(opening -> more.add(opening + "=ALL-UNNAMED"));
        List<String> command = new ArrayList<>(JavaRuntime.command(name(), site.folder(), HEAP_MEGABYTES, more));
        command.addAll(List.of(
                "-jar",
                server.resolve("jboss-modules.jar").toString(),
                "-mp",
                server.resolve("modules").toString(),
                "org.jboss.as.standalone",
                "-c",
                "standalone.xml"));
        return new Launch(command, environment(), site.folder().of(name()), stamp());
    }

    private Map<String, String> environment() {
        JdbcSettings database = site.jdbc(instance.database(), "rentwave_legacy");
        Map<String, String> environment = new HashMap<>();
        environment.put("JBOSS_HTTP_PORT", Integer.toString(instance.port()));
        environment.put("JBOSS_MANAGEMENT_HTTP_PORT", Integer.toString(instance.managementPort()));
        environment.put("RENTWAVE_LEGACY_DATABASE_URL", database.url());
        environment.put("RENTWAVE_LEGACY_DATABASE_USER", database.user());
        environment.put("RENTWAVE_LEGACY_DATABASE_PASSWORD", database.password());
        environment.put("RENTWAVE_JWT_KEY_FILE", site.secrets().jwtKeyFile().toString());
        environment.put("RENTWAVE_ADMINISTRATORS", administrators(System.getenv()));
        environment.put("RENTWAVE_INTERNAL_TOKEN", site.secrets().internalToken());
        if (instance.database().equals(DatabaseSetup.LEGACY)) {
            // An instance with a database of its own has nothing to do with our events.
            environment.put(
                    "RENTWAVE_KAFKA_BOOTSTRAP_SERVERS",
                    "127.0.0.1:" + site.ports().kafka());
        }
        instance.clock().addTo(environment);
        return environment;
    }

    /** Ours, and whoever the environment names besides. */
    static String administrators(Map<String, String> environment) {
        String others = environment.getOrDefault("RENTWAVE_ADMINISTRATORS", "").strip();
        return others.isEmpty() ? FirstUsers.ADMINISTRATOR : FirstUsers.ADMINISTRATOR + ',' + others;
    }

    /** Stands for everything deployed. */
    private String stamp() {
        StringBuilder stamp = new StringBuilder();
        forEachFile(site.artefacts().monolithServer().resolve("standalone"), file -> stamp.append(file.getFileName())
                .append(' ')
                .append(file.toString().endsWith(".war") ? Fingerprint.of(file) : Files.size(file))
                .append('\n'));
        return stamp.toString();
    }

    private interface Look {
        void at(Path file) throws IOException;
    }

    private static void forEachFile(Path folder, Look look) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                look.at(file);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new PlatformException("The folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** WildFly stays up when its deployment fails, and says so once. */
    @Override
    Optional<String> hopeless() {
        return log().tail(20).stream().anyMatch(line -> line.contains("WFLYSRV0026"))
                ? Optional.of("WildFly runs, but what is deployed in it does not")
                : Optional.empty();
    }

    @Override
    Health probe() {
        return HttpProbe.ask(port(), "/internal/health");
    }
}
