package com.rentwave.workload.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.workload.history.Anomaly;
import com.rentwave.workload.history.Finding;
import com.rentwave.workload.history.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What scripts get from a demonstration. */
class DemoReportTest {

    private static final Flip FLIP = new Flip(7, "vehicles", "LEGACY", "OWNED", 83, 12, 3_400, 1);

    private static DemoReport report(List<Finding> findings, List<String> differences, List<String> failures) {
        return new DemoReport(
                new Verdict(100, 0, findings),
                50,
                differences,
                List.of(FLIP),
                new WriteLatency(60, 1, 5, 20, 90),
                Duration.ofSeconds(45),
                failures);
    }

    @Test
    void holdsTheNumbersScriptsLookFor() {
        JsonNode json = report(List.of(), List.of(), List.of()).json();

        for (String name : List.of("errors", "lost", "doubled", "staleOwnReads", "differences")) {
            assertThat(json.path(name).asLong(-1)).as(name).isZero();
        }
        assertThat(json.path("requests").asLong()).isEqualTo(100);
        JsonNode flip = json.path("flips").get(0);
        assertThat(flip.path("api").asText()).isEqualTo("vehicles");
        assertThat(flip.path("from").asText()).isEqualTo("LEGACY");
        assertThat(flip.path("to").asText()).isEqualTo("OWNED");
        assertThat(flip.path("longestHoldMs").asLong()).isEqualTo(83);
        assertThat(flip.path("held").asLong()).isEqualTo(12);
        assertThat(flip.path("durationMs").asLong()).isEqualTo(3_400);
        assertThat(json.toString()).doesNotContain("\n");
    }

    @Test
    void isCleanOnlyWhenNothingAtAllWasWrong() {
        assertThat(report(List.of(), List.of(), List.of()).clean()).isTrue();
        assertThat(report(List.of(), List.of("x"), List.of()).clean()).isFalse();
        assertThat(report(List.of(), List.of(), List.of("x")).clean()).isFalse();
        for (Anomaly anomaly : Anomaly.values()) {
            assertThat(report(List.of(new Finding(anomaly, "ann", "…")), List.of(), List.of())
                            .clean())
                    .as(anomaly.name())
                    .isFalse();
        }
    }

    @Test
    void countsWhatWentWrongBesideTheHistoriesAsErrors() {
        DemoReport report = report(List.of(new Finding(Anomaly.ERROR, "ann", "…")), List.of(), List.of("x"));

        assertThat(report.errors()).isEqualTo(2);
        assertThat(report.examples()).containsExactly("x", "ERROR: ann …");
    }
}
