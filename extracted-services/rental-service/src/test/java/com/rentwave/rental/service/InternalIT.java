package com.rentwave.rental.service;

import static com.rentwave.rental.service.TestService.call;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class InternalIT {

    @Test
    void tellsItsBuildAndThatItIsWell() {
        assertThat(call("GET", "/internal/build").send().body())
                .matches("\\{\"component\":\"rental-service\",\"build\":\"[0-9a-f]{16}\"\\}");
        assertThat(call("GET", "/internal/health").send().status()).isEqualTo(200);
    }

    @Test
    void tellsHowFarTheMonolithsRowsAreApplied() {
        Awaitility.await("the applier has noticed that there is no Kafka")
                .atMost(Duration.ofMinutes(1))
                .until(() -> call("GET", "/internal/sync").send().body().contains("Kafka"));

        assertThat(call("GET", "/internal/sync").send().body())
                .matches("\\{\"state\":\"WAITING\",\"reason\":\".*\",\"nextOffset\":0,\"appliedLsn\":\"0/0\"\\}");
    }
}
