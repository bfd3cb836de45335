package com.rentwave.facade.gateway;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The room that the bodies of all writes under way have together. Each may be small and the number of writes bounded, and
 * their sum would still fill the memory of a facade that keeps ten thousand connections: anybody may begin a write and not end it.
 */
final class BodyRoom {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    /** @param most in bytes */
    BodyRoom(long most) {
        this.most = most;
    }

    /** The share of one write, empty at first. */
    Share share() {
        return new Share();
    }

    /** The bytes of one write's body. What has been given back takes nothing any more, however late it is asked. */
    final class Share {

        private long bytes;
        private boolean over;

        /** @return false when there is no room for that many more bytes */
        synchronized boolean take(long more) {
            if (over) {
                return false;
            }
            if (taken.addAndGet(more) > most) {
                taken.addAndGet(-more);
                return false;
            }
            bytes += more;
            return true;
        }

        synchronized void giveBack() {
            if (!over) {
                over = true;
                taken.addAndGet(-bytes);
            }
        }
    }
}
