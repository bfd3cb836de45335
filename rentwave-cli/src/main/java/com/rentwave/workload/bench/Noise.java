package com.rentwave.workload.bench;

import java.util.Locale;

/**
 * Whether a figure with flips differs from the same figure without them by more than those without differ from each other.
 *
 * @param without a value of each segment without flips
 * @param with a value of each segment with flips
 */
record Noise(Figure without, Figure with) {

    private static final int ENOUGH = 3;

    /** Whether the median with flips is not above all that was seen without. */
    boolean within() {
        return with.median() <= without.most();
    }

    String sentence() {
        String figures = String.format(
                Locale.ROOT,
                "%s, %s: %.1f %s with flips, %.1f without (%.1f to %.1f in %d segments): ",
                with.subject(),
                with.metric(),
                with.median(),
                with.unit(),
                without.median(),
                without.least(),
                without.most(),
                without.runs().size());
        if (without.runs().size() < ENOUGH) {
            return figures + "too few segments to know the noise; ask for more --flips or --repeats.";
        }
        return figures + (within() ? "within the noise." : "above the noise.");
    }
}
