package com.rentwave.cdc.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rentwave.cdc.position.CapturePosition;
import com.rentwave.sync.Lsn;
import com.rentwave.sync.RowChange;
import com.rentwave.sync.RowRecord;
import com.rentwave.sync.RowRecord.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Groups the events of one source into whole source transactions and commits them to Kafka only between two of them. What
 * lies at or before the stored position is dropped, so that the source may repeat itself after a restart: it does so in
 * whole transactions, in the same order. (Resuming inside a transaction would have to tell rows apart that share one log
 * position, as COPY and multi-row INSERT write them; such rows have been lost that way.)
 *
 * <p>Not thread-safe; one for each life of an engine.
 */
public final class Publisher {

    /** Prefix of the messages that move the watermark while nothing is written. */
    public static final String HEARTBEAT = "rentwave.heartbeat";
    /** Prefix of the messages that carry a barrier. */
    public static final String BARRIER = "rentwave.barrier";

    private static final int CHANGES_IN_A_PART = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String api;
    private final RowTopic topic;
    private CapturePosition position;
    private CapturePosition committed;
    private SourceTransaction open;
    private boolean markPending;
    private long changeRecords;

    public Publisher(String api, RowTopic topic, CapturePosition position) {
        this.api = api;
        this.topic = topic;
        this.position = position;
        this.committed = position;
    }

    /** @throws IllegalStateException when the events are not in the promised order */
    public void accept(StreamEvent event) {
        if (event instanceof StreamEvent.Begin begin) {
            begin(begin);
        } else if (event instanceof StreamEvent.Row row) {
            add(row.change());
        } else if (event instanceof StreamEvent.Ownership ownership) {
            transaction().epoch = ownership.epoch();
        } else if (event instanceof StreamEvent.Mark mark) {
            mark(mark);
        } else if (event instanceof StreamEvent.Commit commit) {
            commit(commit.lsn());
        }
    }

    /** True between two source transactions. */
    public boolean isBetweenTransactions() {
        return open == null;
    }

    /**
     * Commits to Kafka what is complete.
     *
     * @return false when that is not possible yet, because parts of an unfinished transaction were sent already
     */
    public boolean publish() {
        if (open != null && open.parts > 0) {
            return false;
        }
        if (markPending) {
            send(Kind.HEARTBEAT, position.source().epoch(), position.source().lsn(), null, 0, true, null, List.of());
        }
        if (position != committed) {
            topic.commit(position);
            committed = position;
        }
        return true;
    }

    /** What is in Kafka for good. */
    public CapturePosition committed() {
        return committed;
    }

    /** How many records with rows were sent so far. */
    public long changeRecords() {
        return changeRecords;
    }

    private void begin(StreamEvent.Begin begin) {
        if (open != null && !open.isEmpty()) {
            throw new IllegalStateException("transaction " + begin.tx() + " begins inside of " + open.tx);
        }
        open = new SourceTransaction(begin.tx(), position.source().epoch());
    }

    private SourceTransaction transaction() {
        if (open == null) {
            throw new IllegalStateException("a row outside of a transaction");
        }
        return open;
    }

    private void add(RowChange change) {
        SourceTransaction transaction = transaction();
        if (transaction.changes.size() == CHANGES_IN_A_PART) {
            sendPart(position.source().lsn(), false);
        }
        transaction.changes.add(change);
    }

    private void mark(StreamEvent.Mark mark) {
        boolean inside = open != null;
        if (mark.prefix().equals(BARRIER)) {
            Optional<String> id = barrierId(mark);
            if (id.isPresent()) {
                barrier(id.get(), mark.lsn(), inside);
                return;
            }
        }
        if (!inside && isNew(mark.lsn())) {
            position = position.at(mark.lsn(), position.source().epoch());
            markPending = true;
        }
    }

    /** The id of a barrier of this API. A message that is none moves the watermark and nothing else: nobody waits for it. */
    private Optional<String> barrierId(StreamEvent.Mark mark) {
        try {
            JsonNode json = JSON.readTree(mark.content());
            if (api.equals(json.path("api").textValue())) {
                return Optional.of(json.required("id").asText());
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.warn("{}: not a barrier at {}: {}", api, mark.lsn(), e.getMessage());
        }
        return Optional.empty();
    }

    private void barrier(String id, Lsn lsn, boolean inside) {
        if (inside) {
            open.barriers.add(id);
        } else if (isNew(lsn)) {
            position = position.at(lsn, position.source().epoch());
            sendBarrier(id, null);
        }
    }

    private boolean isNew(Lsn lsn) {
        return lsn.compareTo(position.source().lsn()) > 0;
    }

    private void commit(Lsn lsn) {
        SourceTransaction done = transaction();
        if (isNew(lsn)) {
            if (done.parts > 0 || !done.changes.isEmpty()) {
                sendPart(lsn, true);
            }
            position = position.at(lsn, done.epoch);
            if (done.parts == 0) {
                markPending = true;
            }
            done.barriers.forEach(id -> sendBarrier(id, done.tx));
        } else if (done.parts > 0) {
            // Only repeated transactions precede it, so nothing else is in this Kafka transaction.
            topic.abort();
        }
        open = null;
    }

    private void sendPart(Lsn lsn, boolean last) {
        send(Kind.CHANGES, open.epoch, lsn, open.tx, open.parts, last, null, open.changes);
        open.parts++;
        open.changes.clear();
        changeRecords++;
    }

    private void sendBarrier(String id, String tx) {
        send(Kind.BARRIER, position.source().epoch(), position.source().lsn(), tx, 0, true, id, List.of());
    }

    private void send(
            Kind kind,
            long epoch,
            Lsn lsn,
            String tx,
            int part,
            boolean last,
            String barrier,
            List<RowChange> changes) {
        topic.send(new RowRecord(
                kind,
                api,
                position.source().side(),
                epoch,
                position.source().systemId(),
                position.source().timeline(),
                lsn,
                tx,
                part,
                last,
                barrier,
                changes));
        markPending = false;
    }

    /** The source transaction that is being read; its epoch is the one it commits with. */
    private static final class SourceTransaction {

        private final String tx;
        private final List<RowChange> changes = new ArrayList<>();
        private final List<String> barriers = new ArrayList<>();
        private long epoch;
        private int parts;

        private SourceTransaction(String tx, long epoch) {
            this.tx = tx;
            this.epoch = epoch;
        }

        private boolean isEmpty() {
            return parts == 0 && changes.isEmpty() && barriers.isEmpty();
        }
    }
}
