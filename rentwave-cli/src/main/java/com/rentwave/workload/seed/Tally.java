package com.rentwave.workload.seed;

/** Counts what was made and what was there already. */
final class Tally {

    private int made;
    private int there;

    void count(boolean isNew) {
        if (isNew) {
            made++;
        } else {
            there++;
        }
    }

    int made() {
        return made;
    }

    int there() {
        return there;
    }
}
