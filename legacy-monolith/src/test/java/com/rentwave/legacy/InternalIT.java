package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class InternalIT {

    @Test
    void tellsItsBuildByItsContent() {
        String body = call("GET", "/internal/build").send().body();

        assertThat(body).matches("\\{\"component\":\"legacy-monolith\",\"build\":\"[0-9a-f]{16}\"}");
        assertThat(call("GET", "/internal/build").send().body()).isEqualTo(body);
    }

    @Test
    void isHealthyWhileItsDatabaseAnswers() {
        Call.Reply reply = call("GET", "/internal/health").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void logsNoAddressAndNoTokenOfAnybody() {
        Person person = Person.somebody();
        call("POST", "/api/auth/register")
                .json("{\"email\":\"" + person.email() + "\",\"name\":\"X\",\"passwordSha256\":\"" + Person.SECRET
                        + "\"}")
                .send();

        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(RunningMonolith.get().log()).contains("WFLYSRV0025"));
        assertThat(RunningMonolith.get().log()).doesNotContain(person.email(), person.token(), Person.SECRET);
    }
}
