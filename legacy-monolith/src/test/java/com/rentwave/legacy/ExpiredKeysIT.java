package com.rentwave.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExpiredKeysIT {

    private static final String INSERT =
            "INSERT INTO %s (usr_id, idem_key, req_hash, sts_cd, crt_ts) VALUES (0, ?, 'h', 201, (now() AT TIME ZONE 'UTC') - ?::interval)";

    private static final String OLDER = """
            SELECT pg_replication_origin_create('older') WHERE NOT EXISTS (
                SELECT FROM pg_replication_origin WHERE roname = 'older');
            SELECT pg_replication_origin_session_setup('older');
            UPDATE t_rnt_idem SET crt_ts = crt_ts - interval '2 hours' WHERE idem_key = 'elsewhere';
            SELECT pg_replication_origin_session_reset()""";

    private final TestDatabase database = RunningMonolith.get().database();

    @AfterEach
    void ownRentalsAgain() {
        database.own("rentals", "legacy", 0);
    }

    @Test
    void leavesKeysOfRentalsToTheirOwner() {
        database.execute(INSERT.formatted("t_rnt_idem"), "rental", "25 hours");
        await("the key of the owner is gone")
                .atMost(Duration.ofSeconds(60))
                .until(() -> database.number("SELECT count(*) FROM t_rnt_idem WHERE idem_key = 'rental'") == 0);
        database.execute(INSERT.formatted("t_rnt_idem"), "elsewhere", "23 hours");
        database.own("rentals", "nobody", 1);
        database.execute(OLDER);
        database.execute(INSERT.formatted("t_idem"), "marker", "25 hours");

        await("one more run")
                .atMost(Duration.ofSeconds(60))
                .until(() -> database.number("SELECT count(*) FROM t_idem WHERE idem_key = 'marker'") == 0);

        assertThat(database.number("SELECT count(*) FROM t_rnt_idem WHERE idem_key = 'elsewhere'"))
                .isEqualTo(1);
        assertThat(RunningMonolith.get().log()).doesNotContain("expired keys: the next run");
    }

    @Test
    void forgetsKeysAfterADay() {
        forgetsAfterADay(database, "t_idem");
    }

    /** @param keys the table of an API's keys, or of those of all others */
    static void forgetsAfterADay(TestDatabase database, String keys) {
        String count = "SELECT count(*) FROM " + keys + " WHERE idem_key = ";
        database.execute(INSERT.formatted(keys), "older", "25 hours");
        database.execute(INSERT.formatted(keys), "younger", "23 hours");

        await("the older key is gone")
                .atMost(Duration.ofSeconds(60))
                .until(() -> database.number(count + "'older'") == 0);

        assertThat(database.number(count + "'younger'")).isEqualTo(1);
    }
}
