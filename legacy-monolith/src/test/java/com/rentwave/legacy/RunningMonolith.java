package com.rentwave.legacy;

import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.rentwave.servers.ServerFolder;
import com.rentwave.servers.ServerPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The server as it was provisioned by the build, on a real PostgreSQL, started once for all tests of the run. */
final class RunningMonolith {

    static final String INTERNAL_TOKEN = "internal-token-of-the-tests";
    static final String ADMINISTRATOR = "Chief@example.org";

    private static final int LOWEST_PORT = 20_000;
    private static final int LOWEST_MANAGEMENT_PORT = 26_000;
    private static final Path SERVER = Path.of("target", "server").toAbsolutePath();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.security",
            "java.util",
            "java.util.concurrent");

    private static RunningMonolith running;
    private static boolean tried;

    private final TestDatabase database;
    private final ECKey key;
    private final int port = ServerPort.free(LOWEST_PORT);
    private final ServerFolder folder = ServerFolder.make("rentwave-legacy");
    private final Path log = folder.resolve("server.log");
    private final ProcessBuilder builder;
    private Process process;

    private RunningMonolith(TestDatabase database, ECKey key, Map<String, String> environment) throws IOException {
        this.database = database;
        this.key = key;
        Path base = folder.resolve("standalone");
        copy(SERVER.resolve("standalone"), base);
        builder = new ProcessBuilder(command(base))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment());
        builder.environment().putAll(environment);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        start();
    }

    /** Starts it again after {@link #kill}. */
    void start() throws IOException {
        process = builder.start();
        await("the monolith answers; see " + log)
                .atMost(Duration.ofMinutes(6))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> isUp() || hopeless());
        if (hopeless()) {
            throw new IllegalStateException("the monolith does not start:\n" + log());
        }
    }

    /** Starts it unless it runs. */
    static synchronized RunningMonolith get() {
        if (running == null && tried) {
            throw new IllegalStateException("the monolith did not start");
        }
        if (running == null) {
            tried = true;
            try {
                ECKey key = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
                running = new RunningMonolith(new TestDatabase(), key, Map.of());
                BusinessTime.reset();
            } catch (IOException | JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
        return running;
    }

    /** One more server on the same database, as after a restart or beside the first. Whoever starts it stops it. */
    static RunningMonolith another(Map<String, String> environment) {
        try {
            return new RunningMonolith(get().database, get().key, environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> environment() throws IOException {
        Path keyFile = Files.writeString(folder.resolve("key.json"), key.toJSONString());
        return Map.of(
                "JBOSS_HTTP_PORT",
                Integer.toString(port),
                "JBOSS_MANAGEMENT_HTTP_PORT",
                Integer.toString(ServerPort.free(LOWEST_MANAGEMENT_PORT)),
                "RENTWAVE_LEGACY_DATABASE_URL",
                database.url(),
                "RENTWAVE_LEGACY_DATABASE_USER",
                "rentwave_legacy",
                "RENTWAVE_LEGACY_DATABASE_PASSWORD",
                "any",
                "RENTWAVE_JWT_KEY_FILE",
                keyFile.toString(),
                "RENTWAVE_INTERNAL_TOKEN",
                INTERNAL_TOKEN,
                "RENTWAVE_MOVABLE_CLOCK",
                "true",
                "RENTWAVE_IDEMPOTENCY_CLEANING",
                "PT0.2S",
                "RENTWAVE_ADMINISTRATORS",
                "nobody@example.org, " + ADMINISTRATOR);
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void stop() {
        kill();
        folder.delete();
    }

    TestDatabase database() {
        return database;
    }

    /** The key its tokens are signed with. */
    ECKey key() {
        return key;
    }

    int port() {
        return port;
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean hopeless() {
        return !process.isAlive() || log().contains("WFLYSRV0026");
    }

    private boolean isUp() {
        try {
            URI health = URI.create("http://127.0.0.1:" + port + "/internal/health");
            return HTTP.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> command(Path base) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx320m",
                "-Duser.timezone=UTC",
                "-Djava.net.preferIPv4Stack=true",
                "-Djboss.modules.system.pkgs=org.jboss.byteman",
                "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
                "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
                "--add-opens=java.management/javax.management=ALL-UNNAMED",
                "--add-opens=java.naming/javax.naming=ALL-UNNAMED"));
        OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        command.addAll(List.of(
                "-jar",
                SERVER.resolve("jboss-modules.jar").toString(),
                "-mp",
                SERVER.resolve("modules").toString(),
                "org.jboss.as.standalone",
                "-Djboss.home.dir=" + SERVER,
                "-Djboss.server.base.dir=" + base));
        return command;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
