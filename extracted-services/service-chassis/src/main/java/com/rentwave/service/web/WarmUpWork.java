package com.rentwave.service.web;

/** A service's own part of the {@link WarmUp}. */
public interface WarmUpWork {

    /** Goes through the service's reads and writes; is done several times. Writes only what is rolled back. */
    void once();

    /** What is left to be done at the end. */
    default void last() {}
}
