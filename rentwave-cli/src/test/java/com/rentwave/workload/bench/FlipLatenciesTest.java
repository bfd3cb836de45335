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

    private FlipLatencies felt(long heldByTheFlip) {
        return FlipLatencies.of(
                operations, List.of(new FlipLatencies.Window(nanos(1_000), nanos(2_000), heldByTheFlip)));
    }

    @Test
    void countsWhatHeldWritesTookBeyondTheUsual() {
        write(0, 10);
        write(100, 10);
        write(1_500, 10);
        write(1_600, 60);
        write(1_990, 110);

        FlipLatencies felt = felt(2);

        assertThat(felt.held().count()).isEqualTo(2);
        assertThat(felt.held().at(0.5)).isEqualTo(50);
        assertThat(felt.held().most()).isEqualTo(100);
        assertThat(felt.writesApart().count()).isEqualTo(2);
    }

    @Test
    void tellsReadsApartByWhetherSomethingMoved() {
        read(10, 3);
        read(990, 20);
        read(1_500, 5);
        read(2_500, 4);

        FlipLatencies felt = felt(0);

        assertThat(felt.readsDuring().count()).isEqualTo(2);
        assertThat(felt.readsDuring().most()).isEqualTo(20);
        assertThat(felt.readsApart().most()).isEqualTo(4);
        assertThat(felt.held().count()).isZero();
    }
}
