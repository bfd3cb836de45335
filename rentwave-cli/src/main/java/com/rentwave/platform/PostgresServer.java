package com.rentwave.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A real PostgreSQL with its data in the data folder: durable, with logical replication, on 127.0.0.1 only. */
final class PostgresServer extends ProcessPart {

    static final String SUPERUSER = "postgres";

    private static final String OWN_SETTINGS = "rentwave.conf";
    private static final Duration TO_NOTICE_A_CRASH = Duration.ofSeconds(30);
    private static final Duration INITDB_LIMIT = Duration.ofSeconds(120);

    private final Path home;
    private final Path data;
    private Path programs;
    private PostgresAccount account;

    PostgresServer(Site site) {
        super(site, PartName.POSTGRESQL.text());
        this.home = site.folder().of(name());
        this.data = home.resolve("data");
    }

    @Override
    List<Integer> ports() {
        return List.of(site.ports().postgresql());
    }

    @Override
    Duration stopLimit() {
        return Duration.ofSeconds(30);
    }

    /** As zonky's default would be fsync=off: everything a commit promises is said here. */
    private String settings() {
        return """
                # Written by rentwave at every start. Settings of your own belong in postgresql.conf, after the include.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 200
                shared_buffers = 256MB
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                wal_level = logical
                max_wal_senders = 20
                max_replication_slots = 20
                max_active_replication_origins = 20
                max_wal_size = 2GB
                checkpoint_timeout = 10min
                jit = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                logging_collector = off
                log_line_prefix = '%%m [%%p] %%d %%u '
                password_encryption = 'scram-sha-256'
                """.formatted(port());
    }

    @Override
    void prepare() {
        programs();
        account = PostgresAccount.of(data, site.folder());
        try {
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                Unpacking.delete(data);
                initialise();
            }
            Files.writeString(data.resolve(OWN_SETTINGS), settings());
            account.own(home);
        } catch (IOException e) {
            throw new PlatformException("PostgreSQL's folder " + data + " cannot be written: " + e.getMessage(), e);
        }
    }

    private Path programs() {
        if (programs == null) {
            programs = PostgresBinaries.unpack(site.folder().unpacked()).resolve("bin");
        }
        return programs;
    }

    /** Into a folder beside the final one, so that an interrupted initdb leaves nothing that looks like a database. */
    private void initialise() throws IOException {
        DataFolder.createPrivate(home);
        Path draft = home.resolve("draft");
        Path password = home.resolve("password");
        Unpacking.delete(draft);
        PrivateFile.write(password, site.secrets().databasePassword(SUPERUSER));
        account.own(home);
        Path log = site.folder().logFile("initdb");
        try {
            // Unicode case rules and code point order on every machine, whatever its own language.
            run(
                    log,
                    account.wrap(List.of(
                            programs().resolve("initdb").toString(),
                            "--pgdata=" + draft,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C")));
        } finally {
            Files.deleteIfExists(password);
        }
        Files.writeString(
                draft.resolve("postgresql.conf"),
                "\ninclude_if_exists = '" + OWN_SETTINGS + "'\n",
                StandardOpenOption.APPEND);
        Files.move(draft, data);
    }

    private void run(Path log, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(INITDB_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new PlatformException(
                        "PostgreSQL's initdb did not end within " + INITDB_LIMIT.toSeconds() + " s.");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted.");
        }
        if (process.exitValue() != 0) {
            throw new PlatformException(
                    "PostgreSQL's initdb failed:\n    " + String.join("\n    ", new PartLog(log).tail(10)));
        }
    }

    @Override
    Launch launch() {
        if (account == null) {
            account = PostgresAccount.of(data, site.folder());
        }
        List<String> command = new ArrayList<>(
                account.wrap(List.of(programs().resolve("postgres").toString(), "-D", data.toString())));
        return new Launch(command, Map.of("LC_ALL", "C", "TZ", "UTC"), home, settings());
    }

    @Override
    public Duration start() {
        long begin = System.nanoTime();
        while (true) {
            try {
                super.start();
                break;
            } catch (PlatformException e) {
                // Backends of a postmaster that was killed need a moment to notice it, longer when the disk is busy.
                boolean late = System.nanoTime() - begin > TO_NOTICE_A_CRASH.toNanos();
                if (late || isAlive() || !saysThatOldOnesAreLeft()) {
                    throw e;
                }
                pause();
            }
        }
        bringUpToDate();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    void bringUpToDate() {
        new DatabaseSetup(site).run();
    }

    private boolean saysThatOldOnesAreLeft() {
        return log().tail(10).stream().anyMatch(line -> line.contains("pre-existing shared memory block"));
    }

    @Override
    Health probe() {
        try (Connection connection = site.jdbc("postgres", SUPERUSER).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
            return Health.healthy();
        } catch (SQLException e) {
            return Health.unhealthy(e.getMessage());
        }
    }

    /** SIGINT is PostgreSQL's fast shutdown: sessions end, everything is on disk. SIGTERM would wait for the sessions. */
    @Override
    void askToStop(ProcessHandle process) {
        signal(process, "INT");
    }

    private static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A server of this very data folder that we have no record of: it may run with any settings. */
    @Override
    Optional<ProcessHandle> leftover() {
        Path postmaster = data.resolve("postmaster.pid");
        try {
            long number = Long.parseLong(Files.readAllLines(postmaster).get(0).strip());
            return ProcessHandle.of(number)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info()
                            .commandLine()
                            .filter(line -> line.contains(data.toString()))
                            .isPresent())
                    .filter(process -> pid().isEmpty() || pid().getAsLong() != process.pid());
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }

    @Override
    void clearLeftover(Consumer<String> note) {
        leftover()
                .ifPresent(process -> note.accept("A PostgreSQL of this data folder runs (process " + process.pid()
                        + ") that rentwave has no record of; it may have other settings and is stopped first."));
        super.clearLeftover(note);
    }
}
