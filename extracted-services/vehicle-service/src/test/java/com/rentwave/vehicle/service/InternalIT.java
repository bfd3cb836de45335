package com.rentwave.vehicle.service;

import static com.rentwave.vehicle.service.TestService.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.service.testing.Reply;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class InternalIT {

    @Test
    void tellsItsBuildAndAlwaysTheSame() {
        Reply build = call("GET", "/internal/build").send();

        assertThat(build.body()).matches("\\{\"component\":\"vehicle-service\",\"build\":\"[0-9a-f]{16}\"\\}");
        assertThat(call("GET", "/internal/build").send().body()).isEqualTo(build.body());
    }

    @Test
    void isUpWhileItsDatabaseAnswers() {
        Reply health = call("GET", "/internal/health").send();

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.body()).startsWith("{\"status\":\"UP\",");
    }

    @Test
    void isDownAndSaysWhyWhenItsSchemaIsNotThere() {
        TestService.database().execute("ALTER TABLE sync.ownership RENAME TO elsewhere");
        try {
            Reply health = call("GET", "/internal/health").send();

            assertThat(health.status()).isEqualTo(503);
            assertThat(health.body()).startsWith("{\"status\":\"DOWN\",").contains("\"reason\":\"");
        } finally {
            TestService.database().execute("ALTER TABLE sync.elsewhere RENAME TO ownership");
        }
    }

    @Test
    void tellsThatTheRowsWaitWhileKafkaIsNotThere() {
        Awaitility.await("the applier has noticed")
                .atMost(Duration.ofMinutes(1))
                .until(() -> call("GET", "/internal/sync").send().body().contains("Kafka"));

        assertThat(call("GET", "/internal/sync").send().body())
                .matches("\\{\"state\":\"WAITING\",\"reason\":\".*\",\"nextOffset\":0,\"appliedLsn\":\"0/0\"\\}");
    }

    /** The applier works as the one role that the guard lets through, and marks its session. */
    @Test
    void holdsTheReplicationOriginOfItsDirection() {
        Awaitility.await("the applier's session is marked")
                .atMost(Duration.ofMinutes(1))
                .until(() -> TestService.database()
                                .number("SELECT count(*) FROM pg_replication_origin WHERE roname ="
                                        + " 'rentwave_vehicles_to_service/' || current_database()")
                        == 1);

        assertThat(
                        TestService.database()
                                .text(
                                        "SELECT usename FROM pg_stat_activity WHERE application_name = 'vehicle-service applier'"))
                .isEqualTo("rentwave_vehicles_sync");
    }
}
