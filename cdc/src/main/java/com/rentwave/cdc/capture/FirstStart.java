package com.rentwave.cdc.capture;

import com.rentwave.cdc.position.CapturePosition;
import com.rentwave.cdc.position.CapturePosition.Phase;
import com.rentwave.cdc.publish.CaptureTopics;
import com.rentwave.sync.Lsn;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Begins a capture: makes the slot and publishes the events that are in the outbox already, read under the very snapshot at
 * which the slot starts. So every committed event is either in this copy or in the stream, and none is in both. The copy is
 * one Kafka transaction; when it is interrupted, nothing of it was there.
 */
final class FirstStart {

    private final CaptureSettings settings;
    private final CaptureTopics topics;

    FirstStart(CaptureSettings settings, CaptureTopics topics) {
        this.settings = settings;
        this.topics = topics;
    }

    /**
     * Begins it.
     *
     * @return where streaming starts; stored in Kafka already
     * @throws CaptureException when the database does not publish what is to be captured
     */
    CapturePosition run(SourceIdentity source) throws SQLException, CaptureException {
        try (Connection connection = settings.database().connect()) {
            Publication.check(connection, settings);
        }
        topics.commit(CapturePosition.begun(Phase.ARMING, source.systemId(), source.timeline(), new Lsn(0)));
        dropLeftOver();
        try (Connection replication = settings.database().connectForReplication();
                Connection copy = settings.database().connectPatiently()) {
            ReplicationSlot.Created slot = ReplicationSlot.create(replication, settings.slot());
            slot.enter(copy);
            new OutboxEvents(settings.outbox(), settings.source()).copy(copy, topics::send);
            CapturePosition start = CapturePosition.begun(
                    Phase.STREAMING, source.systemId(), source.timeline(), slot.consistentPoint());
            topics.commit(start);
            return start;
        }
    }

    private void dropLeftOver() throws SQLException {
        try (Connection connection = settings.database().connect()) {
            if (ReplicationSlot.find(connection, settings.slot()).isPresent()) {
                ReplicationSlot.drop(connection, settings.slot());
            }
        }
    }
}
