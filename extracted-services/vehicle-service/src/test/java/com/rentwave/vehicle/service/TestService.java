package com.rentwave.vehicle.service;

import com.rentwave.service.testing.Call;
import com.rentwave.service.testing.ServiceDatabase;
import com.rentwave.service.testing.TokenMint;
import com.rentwave.vehicle.application.VehicleServiceApplication;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The running service of this JVM's tests, and a client of it. Starts with the first test that asks for it. */
final class TestService {

    static final long ALICE = 1;
    static final long BOB = 2;
    static final String INTERNAL_TOKEN = "the internal token";

    private static final AtomicLong EPOCH = new AtomicLong();
    private static final ServiceDatabase DATABASE =
            new ServiceDatabase("vehicle_service", "vehicles", "vehicle", "vehicle_idempotency");
    private static final TokenMint MINT = new TokenMint();
    private static final ConfigurableApplicationContext APPLICATION = SpringApplication.run(
            VehicleServiceApplication.class,
            "--server.port=0",
            "--rentwave.database.url=" + DATABASE.url(),
            "--rentwave.kafka.bootstrap-servers=127.0.0.1:1",
            "--rentwave.jwks.uri=" + MINT.address(),
            "--rentwave.internal-token=" + INTERNAL_TOKEN,
            "--rentwave.cleaning.every=100ms",
            "--logging.structured.format.console=");

    private TestService() {}

    static ServiceDatabase database() {
        return DATABASE;
    }

    static TokenMint mint() {
        return MINT;
    }

    static <T> T bean(Class<T> type) {
        return APPLICATION.getBean(type);
    }

    static int port() {
        return ((WebServerApplicationContext) APPLICATION).getWebServer().getPort();
    }

    /** An empty service that owns vehicles, in an epoch of its own. */
    static long owns() {
        long epoch = nextEpoch();
        DATABASE.giveOwnership(epoch);
        DATABASE.execute("DELETE FROM vehicle", "DELETE FROM vehicle_idempotency", "DELETE FROM sync.apply_position");
        return epoch;
    }

    static long nextEpoch() {
        return EPOCH.addAndGet(10);
    }

    static Call call(String method, String path) {
        return new Call(MINT, port(), method, path);
    }
}
