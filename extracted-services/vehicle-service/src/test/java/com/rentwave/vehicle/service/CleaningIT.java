package com.rentwave.vehicle.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.service.testing.ServiceDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kept answers that nobody will ask for again are removed. */
class CleaningIT {

    private static final ServiceDatabase DATABASE = TestService.database();

    @BeforeEach
    void ownVehicles() {
        TestService.owns();
    }

    @Test
    void forgetsKeysAfterADay() {
        key("younger", "23 hours");
        key("older", "25 hours");

        await("the older key is gone")
                .atMost(Duration.ofMinutes(1))
                .until(() -> DATABASE.number("SELECT count(*) FROM vehicle_idempotency WHERE key = 'older'") == 0);

        assertThat(DATABASE.text("SELECT string_agg(key, ',') FROM vehicle_idempotency"))
                .isEqualTo("younger");
    }

    private static void key(String key, String age) {
        DATABASE.execute("INSERT INTO vehicle_idempotency (user_id, key, request_hash, status, created_at)"
                + " VALUES (1, '" + key + "', 'h', 201, now() - interval '" + age + "')");
    }
}
