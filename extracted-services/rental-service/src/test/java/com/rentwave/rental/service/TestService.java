package com.rentwave.rental.service;

import com.rentwave.rental.application.RentalServiceApplication;
import com.rentwave.service.testing.Call;
import com.rentwave.service.testing.Reply;
import com.rentwave.service.testing.ServiceDatabase;
import com.rentwave.service.testing.TokenMint;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The running service of this JVM's tests, and a client of it. Starts with the first test that asks for it. The tests' days
 * begin at noon of the first, so that nobody sees a midnight that no test has asked for.
 */
final class TestService {

    static final long ALICE = 1;
    static final long BOB = 2;
    static final long CAROL = 3;
    static final Others OTHERS = new Others();

    private static final AtomicLong EPOCH = new AtomicLong();
    private static final LocalDateTime START = LocalDateTime.now(Clock.systemUTC());
    private static final Duration TO_NOON =
            Duration.between(START, START.with(LocalTime.NOON)).truncatedTo(ChronoUnit.SECONDS);
    private static final ServiceDatabase DATABASE =
            new ServiceDatabase("rental_service", "rentals", "rental", "rental_late", "rental_idempotency");
    private static final TokenMint MINT = new TokenMint();
    private static volatile Process process = new Process();

    private TestService() {}

    /** One life of the service: everything it says to others goes over its wires. */
    private static final class Process {

        private final Wire database = new Wire(DATABASE.port());
        private final Wire monolith = new Wire(OTHERS.monolithPort());
        private final Wire vehicles = new Wire(OTHERS.vehicleServicePort());
        private final ConfigurableApplicationContext application;

        Process(String... more) {
            application = SpringApplication.run(
                    RentalServiceApplication.class,
                    Stream.concat(Arrays.stream(settings()), Arrays.stream(more))
                            .collect(Collectors.toMap(
                                    setting -> setting.substring(0, setting.indexOf('=')),
                                    setting -> setting,
                                    (usual, own) -> own))
                            .values()
                            .toArray(String[]::new));
        }

        private String[] settings() {
            return new String[] {
                "--server.port=0",
                "--server.shutdown=immediate",
                "--rentwave.database.url=jdbc:postgresql://127.0.0.1:" + database.port() + "/rental_service",
                "--rentwave.kafka.bootstrap-servers=127.0.0.1:1",
                "--rentwave.jwks.uri=" + MINT.address(),
                "--rentwave.internal-token=the internal token",
                "--rentwave.legacy.uri=http://127.0.0.1:" + monolith.port(),
                "--rentwave.vehicles.uri=http://127.0.0.1:" + vehicles.port(),
                "--rentwave.movable-clock=true",
                "--rentwave.late.every=1h",
                "--rentwave.saga.patience=1s",
                "--rentwave.saga.pause=50ms",
                "--rentwave.saga.first-delay=50ms",
                "--rentwave.saga.longest-delay=100ms",
                "--rentwave.saga.alarm-after=3",
                "--rentwave.saga.turn=20s",
                "--spring.datasource.hikari.maximum-pool-size=10",
                "--spring.datasource.hikari.connection-timeout=20000",
                "--rentwave.peers.connect=20s",
                "--rentwave.peers.answer=20s",
                "--rentwave.peers.at-once=64",
                "--rentwave.cleaning.every=100ms",
                "--logging.structured.format.console="
            };
        }

        void cut() {
            database.cut();
            monolith.cut();
            vehicles.cut();
        }
    }

    static ServiceDatabase database() {
        return DATABASE;
    }

    static <T> T bean(Class<T> type) {
        return process.application.getBean(type);
    }

    /** As far as anybody can tell, the service is killed at this moment. */
    static void kill() {
        process.cut();
    }

    /** Another process in place of the killed one, with settings in place of the usual ones. */
    static void restart(String... settings) {
        Process dead = process;
        process = new Process(settings);
        Thread funeral = new Thread(dead.application::close, "funeral");
        funeral.setDaemon(true);
        funeral.start();
    }

    static int port() {
        return ((WebServerApplicationContext) process.application)
                .getWebServer()
                .getPort();
    }

    /** An empty service that owns rentals, in an epoch of its own; nobody has any money, and nothing is on offer. */
    static long owns() {
        long epoch = nextEpoch();
        OTHERS.reset();
        DATABASE.giveOwnership(epoch);
        DATABASE.execute(
                "DELETE FROM rental",
                "DELETE FROM rental_late",
                "DELETE FROM rental_idempotency",
                "DELETE FROM saga",
                "DELETE FROM outbox",
                "DELETE FROM sync.apply_position",
                "UPDATE clock_offset SET seconds = " + TO_NOON.toSeconds());
        return epoch;
    }

    static long nextEpoch() {
        return EPOCH.addAndGet(10);
    }

    /** The day that is this many days from the first. */
    static LocalDate day(int number) {
        return START.toLocalDate().plusDays(number);
    }

    /** How far the business clock is from the real one, so many days after the first. */
    static Duration offset(int days) {
        return TO_NOON.plusDays(days);
    }

    static Call call(String method, String path) {
        return new Call(MINT, port(), method, path);
    }

    /** A client that waits for its answer by itself: one whose service was killed may have to wait for long. */
    static CompletableFuture<Reply> meanwhile(Supplier<Reply> request) {
        return CompletableFuture.supplyAsync(request, task -> {
            Thread client = new Thread(task, "client");
            client.setDaemon(true);
            client.start();
        });
    }
}
