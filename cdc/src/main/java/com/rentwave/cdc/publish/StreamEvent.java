package com.rentwave.cdc.publish;

import com.rentwave.sync.Lsn;
import com.rentwave.sync.RowChange;

/**
 * What the source's log says, in its order: transactions one after the other, in the order of their commits, marks
 * outside of transactions between them. Positions of {@link Commit} and of such {@link Mark}s never go back.
 */
public sealed interface StreamEvent {

    /**
     * A transaction starts.
     *
     * @param tx the source's transaction id
     */
    record Begin(String tx) implements StreamEvent {}

    /** A row of an API was written. */
    record Row(String api, RowChange change) implements StreamEvent {}

    /** The ownership row of an API was written. */
    record Ownership(String api, long epoch) implements StreamEvent {}

    /** A domain event was put into the outbox. */
    record Event(OutboxEvent event) implements StreamEvent {}

    /** Something that is nobody's business: an outbox row was deleted. */
    record Nothing() implements StreamEvent {}

    /**
     * A logical message.
     *
     * @param content its text
     * @param lsn where it stands in the log
     */
    record Mark(String prefix, String content, Lsn lsn) implements StreamEvent {}

    /**
     * The transaction is committed.
     *
     * @param lsn end of the commit record
     */
    record Commit(Lsn lsn) implements StreamEvent {}
}
