package com.rentwave.workload.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.workload.history.Action;
import com.rentwave.workload.history.Operation;
import com.rentwave.workload.history.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FlipLatenciesTest {

    private final List<Operation> operations = new ArrayList<>();

    private void write(long at, long millis) {
        add(new Action.DeleteVehicle(1), at, millis);
    }

    private void read(long at, long millis) {
        add(new Action.ReadVehicle(1, null), at, millis);
    }

    private void add(Action action, long at, long millis) {
        operations.add(new Operation("ann", action, Outcome.OK, nanos(at), nanos(at + millis), List.of(), ""));
    }

    private static long nanos(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private static Span span(long from, long to) {
        return new Span(nanos(from), nanos(to));
    }

    private FlipLatencies felt(Span... holds) {
        Segments segments = Segments.between(List.of(span(0, 100), span(1_000, 2_000), span(3_000, 4_000)));
        return FlipLatencies.of(operations, segments, List.of(holds));
    }

    @Test
    void countsWhatWritesTookBeyondTheUsualWhileAHoldWasClosed() {
        write(1_100, 10);
        write(1_200, 10);
        write(2_490, 60);
        write(2_550, 110);
        write(2_601, 300);
        add(new Action.TopUp(1, "EUR"), 2_550, 900);

        FlipLatencies felt = felt(span(2_500, 2_600));

        assertThat(felt.added().count()).isEqualTo(2);
        assertThat(felt.added().at(0.5)).isEqualTo(50);
        assertThat(felt.added().most()).isEqualTo(100);
    }

    @Test
    void doesNotTakeTheWaitForAFullMachineForThatForAFlip() {
        write(1_100, 400);
        write(2_550, 400);

        assertThat(felt(span(2_500, 2_600)).added().most()).isZero();
        assertThat(felt().added().count()).isZero();
    }

    @Test
    void tellsReadsAndWritesOfEachSegmentApart() {
        read(50, 9);
        read(500, 3);
        read(1_500, 4);
        read(3_500, 5);
        read(2_500, 6);
        write(2_600, 7);

        FlipLatencies felt = felt();

        assertThat(felt.readsWithout()).extracting(Quantiles::most).containsExactly(4.0, 5.0);
        assertThat(felt.readsWith()).extracting(Quantiles::most).containsExactly(3.0, 6.0);
        assertThat(felt.writesWith()).extracting(Quantiles::count).containsExactly(0, 1);
        assertThat(felt.writesWithout()).extracting(Quantiles::count).containsExactly(0, 0);
    }
}
