package com.rentwave.sync;

import java.util.List;

/**
 * One record of an API's row topic: a committed source transaction (or a part of a large one), a piece of the first copy,
 * or a mark in the stream.
 *
 * @param kind what the record is
 * @param api the API whose rows these are
 * @param side the side the rows were captured on
 * @param epoch that side's epoch when it committed
 * @param systemId PostgreSQL's system identifier of the source, decimal
 * @param timeline PostgreSQL's timeline of the source
 * @param lsn everything the source committed at or before this position is in the topic up to this record; never goes back
 * @param tx the source's transaction id, null where there is none
 * @param part 0 for the first record of a transaction, counting up
 * @param last true on the final record of a transaction
 * @param barrier id of a BARRIER, else null
 * @param changes the rows, in the order they were written
 */
public record RowRecord(
        Kind kind,
        String api,
        Side side,
        long epoch,
        String systemId,
        int timeline,
        Lsn lsn,
        String tx,
        int part,
        boolean last,
        String barrier,
        List<RowChange> changes) {

    /** What a record is. */
    public enum Kind {
        /** Rows of one source transaction. */
        CHANGES,
        /** The first copy starts: the target forgets what it has of the API. */
        SNAPSHOT_BEGIN,
        /** Rows of the first copy. */
        SNAPSHOT,
        /** The first copy is complete, as of this record's position. */
        SNAPSHOT_END,
        /** A mark with an id that can be waited for. */
        BARRIER,
        /** The source's log has moved on without a row of the API. */
        HEARTBEAT
    }

    public RowRecord {
        changes = List.copyOf(changes);
    }

    /** True when applying the record touches rows of the API. */
    public boolean touchesRows() {
        return kind == Kind.SNAPSHOT_BEGIN || !changes.isEmpty();
    }

    /** The name of the topic that carries the rows of an API captured on a side. */
    public static String topic(String api, Side side) {
        return "rentwave.rows." + api + '.' + side.word();
    }
}
