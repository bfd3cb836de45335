package com.rentwave.facade.console;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Makes guessing slow: after some wrong tokens from one address nothing is looked at for a while, which doubles with each
 * further one. A right token forgets them.
 */
final class GuessBrake {

    private static final int ADDRESSES = 1000;
    private static final int DOUBLINGS = 20;
    private static final Duration FIRST = Duration.ofSeconds(1);

    private final int free;
    private final Duration longest;
    private final LongSupplier nanos;
    private final Map<String, Guesses> guesses = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Guesses> eldest) {
            return size() > ADDRESSES;
        }
    };

    /** @param until when the address is listened to again, by the clock of this brake */
    private record Guesses(int wrong, long until) {}

    /**
     * @param free how many wrong tokens cost nothing
     * @param longest the longest wait
     */
    GuessBrake(int free, Duration longest, LongSupplier nanos) {
        this.free = free;
        this.longest = longest;
        this.nanos = nanos;
    }

    /** How long the address has to wait; zero when it is listened to. */
    synchronized Duration wait(String address) {
        Guesses known = guesses.get(address);
        return known == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, known.until() - nanos.getAsLong()));
    }

    synchronized void wrong(String address) {
        Guesses known = guesses.get(address);
        int count = known == null ? 1 : known.wrong() + 1;
        long pause = 0;
        if (count > free) {
            long doubled = FIRST.toNanos() << Math.min(DOUBLINGS, count - free - 1);
            pause = Math.min(longest.toNanos(), doubled);
        }
        guesses.put(address, new Guesses(count, nanos.getAsLong() + pause));
    }

    synchronized void right(String address) {
        guesses.remove(address);
    }
}
