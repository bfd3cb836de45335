package com.rentwave.cdc.publish;

import com.rentwave.cdc.position.CapturePosition;
import com.rentwave.sync.Lsn;
import com.rentwave.sync.RowChange;
import com.rentwave.sync.RowRecord;
import com.rentwave.sync.RowRecord.Kind;
import com.rentwave.sync.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * Publishes a first copy: SNAPSHOT_BEGIN, the rows, SNAPSHOT_END. Only the last Kafka transaction stores a position that
 * says the copy is complete. Before that the records carry the position 0/0: nothing is promised yet.
 */
public final class CopyPublisher {

    private static final int ROWS_IN_A_RECORD = 500;
    private static final int RECORDS_IN_A_TRANSACTION = 20;

    private final String api;
    private final Side side;
    private final CaptureTopics topics;
    private final CapturePosition arming;
    private final CapturePosition complete;
    private final List<RowChange> rows = new ArrayList<>();
    private int uncommitted;

    /**
     * @param arming stored while the copy goes on
     * @param complete stored with the end of the copy
     */
    public CopyPublisher(
            String api, Side side, CaptureTopics topics, CapturePosition arming, CapturePosition complete) {
        this.api = api;
        this.side = side;
        this.topics = topics;
        this.arming = arming;
        this.complete = complete;
    }

    public void begin() {
        send(Kind.SNAPSHOT_BEGIN, new Lsn(0));
    }

    public void add(RowChange row) {
        rows.add(row);
        if (rows.size() == ROWS_IN_A_RECORD) {
            sendRows();
        }
    }

    public void end() {
        if (!rows.isEmpty()) {
            sendRows();
        }
        send(Kind.SNAPSHOT_END, copied());
        topics.commit(complete);
    }

    private Lsn copied() {
        return complete.apis().get(api).copied();
    }

    private void sendRows() {
        send(Kind.SNAPSHOT, new Lsn(0));
        rows.clear();
        if (++uncommitted == RECORDS_IN_A_TRANSACTION) {
            topics.commit(arming);
            uncommitted = 0;
        }
    }

    private void send(Kind kind, Lsn lsn) {
        topics.send(new RowRecord(
                kind,
                api,
                side,
                complete.apis().get(api).epoch(),
                complete.systemId(),
                complete.timeline(),
                lsn,
                null,
                0,
                true,
                null,
                rows));
    }
}
