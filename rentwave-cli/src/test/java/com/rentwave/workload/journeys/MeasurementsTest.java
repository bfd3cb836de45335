package com.rentwave.workload.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.workload.api.Answer;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasurementsTest {

    @Test
    void tellsForEachKindHowItEndedAndHowLongItTook() {
        Measurements one = new Measurements();
        for (int millis = 1; millis <= 99; millis++) {
            one.add(Kind.RENT, Duration.ofMillis(millis).toNanos(), millis > 90 ? Outcome.REFUSED : Outcome.DONE);
        }
        Measurements other = new Measurements();
        other.error(Kind.RENT, Duration.ofSeconds(2).toNanos(), "500 internal-error");
        other.add(Kind.WALLET, 0, Outcome.DONE);

        one.addAll(other);

        assertThat(one.requests()).isEqualTo(101);
        assertThat(one.examples()).containsExactly("rent: 500 internal-error");
        assertThat(one.report())
                .containsExactly(
                        new KindReport("rent", 100, 9, 1, 51, 2_000, 2_000),
                        new KindReport("wallet", 1, 0, 0, 0, 0, 0));
    }

    @Test
    void takesAnAnswerOfTheBusinessForNoError() {
        assertThat(Kind.RENT.outcome(problem(409, "already-rented"))).isEqualTo(Outcome.REFUSED);
        assertThat(Kind.RENT.outcome(problem(400, "validation-failed"))).isEqualTo(Outcome.ERROR);
        assertThat(Kind.RENT.outcome(problem(503, "unavailable"))).isEqualTo(Outcome.ERROR);
        assertThat(Kind.WALLET.outcome(problem(404, "not-found"))).isEqualTo(Outcome.ERROR);
        assertThat(Kind.DETAIL.outcome(problem(404, "not-found"))).isEqualTo(Outcome.REFUSED);
        assertThat(Kind.DETAIL.outcome(answer(200, "{}"))).isEqualTo(Outcome.DONE);
    }

    @Test
    void reportsInOneLineOfJson() {
        CrowdReport report =
                new CrowdReport(2, 10, List.of(new KindReport("rent", 30, 1, 0, 5, 9, 11)), List.of(), 1, 4, List.of());

        assertThat(report.json().toString())
                .startsWith("{\"users\":2,\"seconds\":10.0,\"requests\":30,\"requestsPerSecond\":3.0,\"refused\":1,"
                        + "\"errors\":0,")
                .contains("\"kinds\":[{\"kind\":\"rent\",\"requests\":30,")
                .doesNotContain("\n");
    }

    private static Answer problem(int status, String name) {
        return answer(status, "{\"type\":\"urn:rentwave:problem:" + name + "\"}");
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, HttpHeaders.of(Map.of(), (a, b) -> true), body.getBytes(StandardCharsets.UTF_8));
    }
}
