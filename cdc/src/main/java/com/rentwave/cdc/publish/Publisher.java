package com.rentwave.cdc.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rentwave.cdc.position.CapturePosition;
import com.rentwave.cdc.position.CapturePosition.ApiPosition;
import com.rentwave.cdc.publish.SourceTransaction.Barrier;
import com.rentwave.cdc.publish.SourceTransaction.Rows;
import com.rentwave.sync.Lsn;
import com.rentwave.sync.RowChange;
import com.rentwave.sync.RowRecord;
import com.rentwave.sync.RowRecord.Kind;
import com.rentwave.sync.Side;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Groups the events of one source into whole source transactions and commits them to Kafka only between two of them, the
 * rows of each armed API to its topic and the domain events to theirs. So whatever has seen a barrier in the rows can be
 * sure that the events before it are out as well. What lies at or before the stored position is dropped, so that the source
 * may repeat itself after a restart: it does so in whole transactions, in the same order. (Resuming inside a transaction
 * would have to tell rows apart that share one log position, as COPY and multi-row INSERT write them; such rows have been
 * lost that way.)
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

    private final Side side;
    private final CaptureTopics topics;
    /** The APIs whose topics do not tell of the position yet. */
    private final Set<String> behind = new TreeSet<>();

    private CapturePosition position;
    private CapturePosition committed;
    private SourceTransaction open;
    private long changeRecords;

    public Publisher(Side side, CaptureTopics topics, CapturePosition position) {
        this.side = side;
        this.topics = topics;
        this.position = position;
        this.committed = position;
    }

    /** @throws IllegalStateException when the events are not in the promised order */
    public void accept(StreamEvent event) {
        if (event instanceof StreamEvent.Begin begin) {
            begin(begin);
        } else if (event instanceof StreamEvent.Row row) {
            add(row);
        } else if (event instanceof StreamEvent.Event domain) {
            transaction().events().add(domain.event());
        } else if (event instanceof StreamEvent.Ownership ownership) {
            transaction().epochs().put(ownership.api(), ownership.epoch());
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
        if (open != null && open.isPartlySent()) {
            return false;
        }
        for (String api : List.copyOf(behind)) {
            send(Kind.HEARTBEAT, api, epoch(api), position.lsn(), null, 0, true, null, List.of());
        }
        if (position != committed) {
            topics.commit(position);
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
            throw new IllegalStateException("transaction " + begin.tx() + " begins inside of " + open.tx());
        }
        open = new SourceTransaction(begin.tx());
    }

    private SourceTransaction transaction() {
        if (open == null) {
            throw new IllegalStateException("a row outside of a transaction");
        }
        return open;
    }

    private void add(StreamEvent.Row row) {
        SourceTransaction transaction = transaction();
        if (!position.streams(row.api())) {
            return;
        }
        Rows rows = transaction.rows(row.api());
        if (rows.changes.size() == CHANGES_IN_A_PART) {
            if (!transaction.isPartlySent()) {
                // So that the Kafka transaction can be taken back, when this one turns out to be repeated.
                publish();
            }
            sendPart(row.api(), rows, position.lsn(), false);
        }
        rows.changes.add(row.change());
    }

    private void mark(StreamEvent.Mark mark) {
        boolean inside = open != null;
        if (mark.prefix().equals(BARRIER)) {
            Optional<Barrier> barrier = barrier(mark);
            if (barrier.isPresent()) {
                barrier(barrier.get(), mark.lsn(), inside);
                return;
            }
        }
        if (!inside && isNew(mark.lsn())) {
            moveTo(mark.lsn());
        }
    }

    /** A barrier of an armed API. A message that is none moves the watermark and nothing else: nobody waits for it. */
    private Optional<Barrier> barrier(StreamEvent.Mark mark) {
        try {
            JsonNode json = JSON.readTree(mark.content());
            String api = json.path("api").textValue();
            if (api != null && position.streams(api)) {
                return Optional.of(new Barrier(api, json.required("id").asText()));
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.warn("not a barrier at {}: {}", mark.lsn(), e.getMessage());
        }
        return Optional.empty();
    }

    private void barrier(Barrier barrier, Lsn lsn, boolean inside) {
        if (inside) {
            open.barriers().add(barrier);
        } else if (isNew(lsn)) {
            moveTo(lsn);
            send(barrier, null);
        }
    }

    private boolean isNew(Lsn lsn) {
        return lsn.compareTo(position.lsn()) > 0;
    }

    /** False for what the first copy holds already. */
    private boolean isNew(String api, Lsn lsn) {
        return lsn.compareTo(copied(api)) > 0;
    }

    private Lsn copied(String api) {
        return position.apis().get(api).copied();
    }

    private long epoch(String api) {
        return position.apis().get(api).epoch();
    }

    /** Moves the watermark; whoever has no record behind it yet gets a heartbeat. */
    private void moveTo(Lsn lsn) {
        position = position.at(lsn);
        position.apis().keySet().stream()
                .filter(api -> position.streams(api) && isNew(api, lsn))
                .forEach(behind::add);
    }

    private void commit(Lsn lsn) {
        SourceTransaction done = transaction();
        boolean isNew = isNew(lsn);
        if (!done.partlySent().stream().allMatch(api -> isNew && isNew(api, lsn))) {
            // It is the only one in this Kafka transaction.
            topics.abort();
        }
        if (isNew) {
            moveTo(lsn);
            done.epochs().forEach(this::changeEpoch);
            position.apis().keySet().stream()
                    .filter(api -> done.hasRows(api) && isNew(api, lsn))
                    .forEach(api -> sendPart(api, done.rows(api), lsn, true));
            done.events().forEach(topics::send);
            done.barriers().forEach(barrier -> send(barrier, done.tx()));
        }
        open = null;
    }

    private void changeEpoch(String api, long epoch) {
        position.api(api)
                .ifPresent(before ->
                        position = position.with(api, new ApiPosition(before.phase(), epoch, before.copied())));
    }

    private void sendPart(String api, Rows rows, Lsn lsn, boolean last) {
        long epoch = open.epochs().getOrDefault(api, epoch(api));
        send(Kind.CHANGES, api, epoch, lsn, open.tx(), rows.parts, last, null, rows.changes);
        rows.parts++;
        rows.changes.clear();
        changeRecords++;
    }

    private void send(Barrier barrier, String tx) {
        String api = barrier.api();
        send(Kind.BARRIER, api, epoch(api), position.lsn(), tx, 0, true, barrier.id(), List.of());
    }

    private void send(
            Kind kind,
            String api,
            long epoch,
            Lsn lsn,
            String tx,
            int part,
            boolean last,
            String barrier,
            List<RowChange> changes) {
        topics.send(new RowRecord(
                kind,
                api,
                side,
                epoch,
                position.systemId(),
                position.timeline(),
                isNew(api, lsn) ? lsn : copied(api),
                tx,
                part,
                last,
                barrier,
                changes));
        behind.remove(api);
    }
}
