package com.rentwave.workload.history;

/** What a history must not show. */
public enum Anomaly {
    /** A request failed although every part it needed was there. */
    ERROR,
    /** Something acknowledged is gone, or is not what was acknowledged. */
    LOST,
    /** Something was done more often than it was asked for. */
    DOUBLED,
    /** A client read less than its own acknowledged writes. */
    STALE_OWN_READ,
    /** A client read something older than it had read before. */
    NON_MONOTONIC_READ
}
