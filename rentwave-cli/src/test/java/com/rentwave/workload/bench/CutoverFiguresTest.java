package com.rentwave.workload.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.workload.demo.Flip;
import com.rentwave.workload.history.Action;
import com.rentwave.workload.history.Operation;
import com.rentwave.workload.history.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CutoverFiguresTest {

    private final CutoverFigures figures = new CutoverFigures();

    private static Quantiles all(double... millis) {
        return Quantiles.of(millis);
    }

    private void reads(List<Quantiles> without, List<Quantiles> with) {
        figures.felt(new FlipLatencies(without, with, List.of(), List.of(), all()));
    }

    private Figure figure(String subject, String metric) {
        return figures.all().stream()
                .filter(figure ->
                        figure.subject().equals(subject) && figure.metric().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsEachHeldWriteOfEachFlip() {
        figures.flips(
                List.of(new Flip(1, "vehicles", "READS", "OWNED", 90, 3, 900, 1)),
                List.of(
                        new FlipEvidence(List.of(5L, 90L), null, null, Map.of("step GATES", 700L)),
                        new FlipEvidence(List.of(7L), null, null, Map.of("step GATES", 900L))));

        assertThat(figure("writes held", "number").median()).isEqualTo(3);
        assertThat(figure("hold of a held write, at the facade", "p50").median())
                .isEqualTo(7);
        assertThat(figure("hold of a held write, at the facade", "max").median())
                .isEqualTo(90);
        assertThat(figure("step GATES", "longest duration").median()).isEqualTo(900);
    }

    @Test
    void takesTheSpreadOfTheSegmentsWithoutFlipsForTheNoise() {
        reads(List.of(all(10), all(12), all(14)), List.of(all(13), all(14), all(30)));

        assertThat(figure("reads without flips", "p50").runs()).containsExactly(10.0, 12.0, 14.0);
        assertThat(figures.remarks(1).get(0)).endsWith("within the noise.");
        assertThat(figures.ratios().get(0).ratio()).isEqualTo(14.0 / 12);
    }

    @Test
    void tellsWhatFlipsAddBeyondTheNoise() {
        reads(List.of(all(10), all(12), all(14)), List.of(all(15), all(15), all(9)));

        assertThat(figures.remarks(1).get(0)).endsWith("above the noise.");
    }

    @Test
    void knowsNoNoiseFromTwoSegments() {
        reads(List.of(all(10), all(12)), List.of(all(11)));

        assertThat(figures.remarks(1).get(0)).contains("too few segments");
    }

    @Test
    void saysWhenTheMachineWasFull() {
        Span second = new Span(0, TimeUnit.SECONDS.toNanos(1));
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < 94; i++) {
            operations.add(new Operation("ann", new Action.DeleteVehicle(i), Outcome.OK, i, i + 1, List.of(), ""));
        }
        figures.rates(operations, new Segments(List.of(second), List.of()));

        assertThat(figures.remarks(100)).anyMatch(remark -> remark.startsWith("The machine was full: 94 of 100"));
        assertThat(figures.remarks(94)).noneMatch(remark -> remark.startsWith("The machine was full"));
    }
}
