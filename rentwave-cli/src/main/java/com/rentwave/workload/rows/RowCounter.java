package com.rentwave.workload.rows;

import java.util.BitSet;

/** Hands rows out to the workers and knows up to where all of them are finished. */
final class RowCounter {

    private final int total;
    private final BitSet finished = new BitSet();
    private int next;

    RowCounter(int before, int total) {
        this.total = total;
        this.next = before;
        finished.set(0, before);
    }

    /** The next row, or -1 when there is none. */
    synchronized int next() {
        return next < total ? next++ : -1;
    }

    synchronized void finished(int row) {
        finished.set(row);
    }

    synchronized int finishedFromTheBeginning() {
        return finished.nextClearBit(0);
    }

    /** Hands out no more. */
    synchronized void stop() {
        next = total;
    }
}
