package com.rentwave.workload.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class BenchReportTest {

    @TempDir
    private Path folder;

    private static BenchReport report() {
        Figures figures = new Figures();
        for (double run : new double[] {300, 100, 200}) {
            figures.add("facade", "throughput", "requests per second", run);
            figures.add("nginx", "throughput", "requests per second", 2 * run);
        }
        figures.add("facade", "p50 of one connection", "ms", 0.5);
        List<Figure> all = figures.all();
        return new BenchReport(
                "facade",
                Instant.parse("2026-11-20T09:00:00Z"),
                Machine.now(),
                "3 × 5 s & more",
                all,
                BenchReport.ratios(all, "facade", "throughput"),
                List.of("wrk < nothing"),
                List.of());
    }

    @Test
    void takesTheMedianOfTheRuns() {
        assertThat(new Figure("a", "b", "ms", List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2);
        assertThat(new Figure("a", "b", "ms", List.of(4.0, 1.0, 2.0, 9.0)).median())
                .isEqualTo(3);
    }

    @Test
    void comparesOnlyWithPeersThatHaveTheFigure() {
        assertThat(report().ratios()).containsExactly(new BenchReport.Ratio("facade", "nginx", "throughput", 0.5));
        assertThat(BenchReport.ratios(report().figures(), "facade", "p50 of one connection"))
                .isEmpty();
    }

    @Test
    void comparesRepeatByRepeatWhatSharedAMachineThatChanged() {
        Figure own = new Figure("a", "rate", "per second", List.of(100.0, 10.0, 30.0));
        Figure peer = new Figure("b", "rate", "per second", List.of(50.0, 5.0, 60.0));

        assertThat(own.over(peer)).isEqualTo(2);
        assertThat(own.over(new Figure("b", "rate", "per second", List.of(60.0))))
                .isEqualTo(0.5);
    }

    @Test
    void keepsWhatItFoundAsJsonAndAsAPicture() throws Exception {
        Path json = new BenchFolder(folder.resolve("bench")).keep(report());

        JsonNode kept = new ObjectMapper().readTree(json.toFile());
        assertThat(json.getFileName()).hasToString("facade-20261120-090000.json");
        assertThat(kept.path("figures").get(0).path("median").asDouble()).isEqualTo(200);
        assertThat(kept.path("figures").get(0).path("runs").size()).isEqualTo(3);
        assertThat(kept.path("machine").path("processors").asInt()).isPositive();
        assertThat(kept.path("ratios").get(0).path("ratio").asDouble()).isEqualTo(0.5);
        String svg = Files.readString(folder.resolve("bench").resolve("facade-20261120-090000.svg"));
        Document picture = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(picture.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(picture.getElementsByTagName("path").getLength()).isEqualTo(3);
    }

    @Test
    void believesWrkOnlyWhenEveryAnswerWasRight() throws IOException {
        assertThat(Wrk.rate("Requests/sec:  12345.67\n")).isCloseTo(12345.67, within(0.001));
        assertThatThrownBy(() -> Wrk.rate("  Non-2xx or 3xx responses: 7\nRequests/sec:  12345.67\n"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Wrk.rate("unable to connect")).isInstanceOf(IOException.class);
    }
}
