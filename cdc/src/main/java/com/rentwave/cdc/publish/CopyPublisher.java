package com.rentwave.cdc.publish;

import com.rentwave.cdc.position.CapturePosition;
import com.rentwave.sync.Lsn;
import com.rentwave.sync.RowChange;
import com.rentwave.sync.RowRecord;
import com.rentwave.sync.RowRecord.Kind;
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
    private final RowTopic topic;
    private final CapturePosition arming;
    private final CapturePosition complete;
    private final List<RowChange> rows = new ArrayList<>();
    private int uncommitted;

    /**
     * @param arming stored while the copy goes on
     * @param complete stored with the end of the copy
     */
    public CopyPublisher(String api, RowTopic topic, CapturePosition arming, CapturePosition complete) {
        this.api = api;
        this.topic = topic;
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
        send(Kind.SNAPSHOT_END, complete.source().lsn());
        topic.commit(complete);
    }

    private void sendRows() {
        send(Kind.SNAPSHOT, new Lsn(0));
        rows.clear();
        if (++uncommitted == RECORDS_IN_A_TRANSACTION) {
            topic.commit(arming);
            uncommitted = 0;
        }
    }

    private void send(Kind kind, Lsn lsn) {
        topic.send(new RowRecord(
                kind,
                api,
                complete.source().side(),
                complete.source().epoch(),
                complete.source().systemId(),
                complete.source().timeline(),
                lsn,
                null,
                0,
                true,
                null,
                rows));
    }
}
