package com.rentwave.facade.route;

/**
 * How far an API has moved.
 *
 * <pre>
 * LEGACY → SYNCED → SHADOW → CANARY → READS ⇒ OWNED → RETIRED
 *    ←────────┴────────┴────────┴───────┴──⇐ rollback
 * </pre>
 */
public enum Phase {
    /** The monolith answers everything and nothing is copied. */
    LEGACY,
    /** The monolith answers everything; its rows are copied to the service as they change. */
    SYNCED,
    /** As SYNCED, and reads are repeated at the service to compare the answers. */
    SHADOW,
    /** A share of the users reads from the service. */
    CANARY,
    /** Everybody reads from the service; writes go to the monolith. */
    READS,
    /** The service answers everything; its rows are copied back to the monolith. */
    OWNED,
    /** As OWNED, without a way back. */
    RETIRED
}
