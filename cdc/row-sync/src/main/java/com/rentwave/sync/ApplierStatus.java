package com.rentwave.sync;

/**
 * What an applier is doing.
 *
 * @param state see {@link State}
 * @param reason why it waits or has failed; null while it runs
 * @param nextOffset Kafka offset of the first record that is not applied yet
 * @param appliedLsn everything the source committed at or before this position is applied
 */
public record ApplierStatus(State state, String reason, long nextOffset, Lsn appliedLsn) {

    /**
     * <pre>
     * WAITING ⇄ RUNNING ⇄ FAILED
     * </pre>
     */
    public enum State {
        /** Something it needs is not there: PostgreSQL, Kafka, the topic, or its replication origin. It tries again. */
        WAITING,
        /** It applies what arrives. */
        RUNNING,
        /** A record cannot be applied. Nothing is skipped; it tries the same record again every second. */
        FAILED
    }
}
