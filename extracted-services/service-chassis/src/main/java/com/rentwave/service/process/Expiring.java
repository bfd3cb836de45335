package com.rentwave.service.process;

/** Rows that nobody needs any more after a while. */
public interface Expiring {

    /** Where they are. */
    String table();

    /**
     * Removes some of those whose time is over, the oldest first, in a transaction of its own.
     *
     * @return how many; fewer than {@code most} when no more are to be removed
     * @throws com.rentwave.service.NotOwner when whoever owns them has to
     */
    int removeSome(int most);
}
