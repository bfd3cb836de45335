package com.rentwave.rental.service;

import static com.rentwave.rental.service.TestService.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.service.testing.ServiceDatabase;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody needs any more is removed, and nothing else. */
class CleaningIT {

    private static final ServiceDatabase DATABASE = TestService.database();

    private long epoch;

    @BeforeEach
    void ownRentals() {
        epoch = TestService.owns();
    }

    @Test
    void forgetsKeysAfterADay() {
        DATABASE.execute("INSERT INTO rental_idempotency (user_id, key, request_hash, status, created_at)"
                + " SELECT 1, 'older ' || n, 'h', 201, now() - interval '25 hours' FROM generate_series(1, 1200) n");
        key("younger", "23 hours");

        awaitNone("SELECT count(*) FROM rental_idempotency WHERE key LIKE 'older %'");

        assertThat(DATABASE.text("SELECT string_agg(key, ',') FROM rental_idempotency"))
                .isEqualTo("younger");
        assertThat(cleaning()).containsPattern("\"table\":\"rental_idempotency\",\"removed\":[1-9]\\d{3,},\"last\":\"");
    }

    @Test
    void removesSagasAMonthAfterTheirEndButNotThoseThatAlarmedSomebody() {
        saga("DONE", 31, 0);
        saga("COMPENSATED", 31, 1);
        saga("DONE", 31, 3);
        saga("COMPENSATED", 29, 0);
        saga("CONFIRMING", 31, 0);

        awaitNone("SELECT count(*) FROM saga WHERE updated_at < now() - interval '30 days' AND attempts < 3"
                + " AND status <> 'CONFIRMING'");

        assertThat(DATABASE.text("SELECT string_agg(status || ' ' || attempts, ', ' ORDER BY number) FROM saga"))
                .isEqualTo("DONE 3, COMPENSATED 0, CONFIRMING 0");
        assertThat(cleaning()).containsPattern("\"table\":\"saga\",\"removed\":[1-9]");
    }

    @Test
    void leavesKeysToTheirOwner() {
        key("elsewhere", "23 hours");
        DATABASE.takeOwnership(epoch + 1);
        DATABASE.execute("""
                SELECT pg_replication_origin_create('older') WHERE NOT EXISTS (
                    SELECT FROM pg_replication_origin WHERE roname = 'older');
                SELECT pg_replication_origin_session_setup('older');
                UPDATE rental_idempotency SET created_at = created_at - interval '2 hours';
                SELECT pg_replication_origin_session_reset()""");

        for (int run = 0; run < 2; run++) {
            saga("DONE", 31, 0);
            awaitNone("SELECT count(*) FROM saga");
        }

        assertThat(DATABASE.number("SELECT count(*) FROM rental_idempotency")).isEqualTo(1);
        assertThat(cleaning()).contains("\"failures\":0").doesNotContainPattern("\"failures\":[1-9]");
    }

    private static void key(String key, String age) {
        DATABASE.execute("INSERT INTO rental_idempotency (user_id, key, request_hash, status, created_at) VALUES (1, '"
                + key + "', 'h', 201, now() - interval '" + age + "')");
    }

    /** Whatever is open is not due for an hour. */
    private static void saga(String status, int days, int attempts) {
        DATABASE.execute("INSERT INTO saga (id, kind, status, rental_id, renter_id, owner_id, amount, currency, item,"
                + " attempts, next_attempt_at, updated_at) VALUES ('" + UUID.randomUUID() + "', 'RENT', '" + status
                + "', 2, 1, 2, 100, 'EUR', 'Vehicle 5', " + attempts
                + ", now() + interval '1 hour', now() - interval '" + days + " days')");
    }

    private static String cleaning() {
        return call("GET", "/internal/cleaning")
                .header("Authorization", "Bearer the internal token")
                .send()
                .body();
    }

    private static void awaitNone(String query) {
        await(query)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> DATABASE.number(query) == 0);
    }
}
