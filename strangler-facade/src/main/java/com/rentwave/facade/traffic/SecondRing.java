package com.rentwave.facade.traffic;

import java.util.concurrent.atomic.AtomicReferenceArray;

/** The last seconds of one side; each place is used again when its second is too old. */
final class SecondRing {

    private final AtomicReferenceArray<Second> places;

    SecondRing(int seconds) {
        places = new AtomicReferenceArray<>(seconds);
    }

    /** Where the present second is counted. */
    Second at(long second) {
        int place = (int) Math.floorMod(second, (long) places.length());
        while (true) {
            Second found = places.get(place);
            if (found != null && found.number() >= second) {
                return found;
            }
            places.compareAndSet(place, found, new Second(second));
        }
    }

    /** Everything counted in the seconds from the first to before the last. */
    TrafficPoint sum(long from, long to) {
        Second sum = new Second(from);
        for (long second = from; second < to; second++) {
            Second found = places.get((int) Math.floorMod(second, (long) places.length()));
            if (found != null && found.number() == second) {
                sum.add(found);
            }
        }
        return sum.point();
    }
}
