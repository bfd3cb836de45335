package com.rentwave.workload.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowCounterTest {

    @Test
    void countsAsDoneOnlyWhatIsDoneFromTheBeginning() {
        RowCounter rows = new RowCounter(2, 6);
        assertThat(rows.next()).isEqualTo(2);
        assertThat(rows.next()).isEqualTo(3);

        rows.finished(3);
        assertThat(rows.finishedFromTheBeginning()).isEqualTo(2);
        rows.finished(2);
        assertThat(rows.finishedFromTheBeginning()).isEqualTo(4);
    }

    @Test
    void handsOutEachRowOnceAndNoneAfterAStop() {
        RowCounter rows = new RowCounter(0, 2);
        assertThat(rows.next()).isZero();
        rows.stop();
        assertThat(rows.next()).isEqualTo(-1);
    }
}
