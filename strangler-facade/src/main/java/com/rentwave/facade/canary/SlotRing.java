package com.rentwave.facade.canary;

/** The reads of one side in the last minute, second by second. */
final class SlotRing {

    private static final int SECONDS = 60;

    private final Slot[] slots = new Slot[SECONDS];
    private final long[] numbers = new long[SECONDS];

    synchronized void add(long second, long micros, String failure, boolean stale) {
        int place = (int) Math.floorMod(second, (long) SECONDS);
        if (slots[place] == null || numbers[place] != second) {
            slots[place] = new Slot();
            numbers[place] = second;
        }
        slots[place].add(micros, failure, stale);
    }

    /** Adds up the last seconds, the present one included. */
    synchronized void addTo(Slot sum, long now, long seconds) {
        for (int place = 0; place < SECONDS; place++) {
            if (slots[place] != null && now - numbers[place] < seconds) {
                sum.add(slots[place]);
            }
        }
    }
}
