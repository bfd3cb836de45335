package com.rentwave.workload.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A load, cut into times without and with flips, in turn. Both are of the same run, the same load and, because a row of
 * flips ends on the other side than it began, of both owners.
 *
 * @param without nothing moved
 * @param with one move followed the other
 */
record Segments(List<Span> without, List<Span> with) {

    Segments {
        without = List.copyOf(without);
        with = List.copyOf(with);
    }

    /** @param rests when nothing moved, in order; the first one, when everybody still warms up, is left out */
    static Segments between(List<Span> rests) {
        List<Span> with = new ArrayList<>();
        for (int i = 1; i < rests.size(); i++) {
            with.add(new Span(rests.get(i - 1).endNanos(), rests.get(i).beginNanos()));
        }
        return new Segments(rests.subList(Math.min(1, rests.size()), rests.size()), with);
    }
}
