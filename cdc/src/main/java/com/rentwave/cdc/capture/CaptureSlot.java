package com.rentwave.cdc.capture;

import com.rentwave.cdc.position.CapturePosition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A capture's replication slot, and whether it still goes on where Kafka says that the rows end. */
final class CaptureSlot {

    private final CaptureSettings settings;

    CaptureSlot(CaptureSettings settings) {
        this.settings = settings;
    }

    /**
     * Sees that no earlier life holds the slot any more: only then may that life's writer be shut out.
     *
     * @return the database that is there
     * @throws CaptureException when the slot is in use
     */
    SourceIdentity enter() throws SQLException, CaptureException {
        try (Connection connection = settings.database().connect()) {
            Optional<ReplicationSlot> slot = ReplicationSlot.find(connection, settings.slot());
            if (slot.isPresent() && slot.get().activePid() != null) {
                throw new CaptureException("slot " + settings.slot() + " is in use by process "
                        + slot.get().activePid());
            }
            return SourceIdentity.of(connection);
        }
    }

    boolean isInUse() throws SQLException {
        return find().filter(slot -> slot.activePid() != null).isPresent();
    }

    /**
     * Sees that no row is missing between what Kafka has and what the slot will give.
     *
     * @throws CaptureException when there is another database, or when the slot is lost
     */
    void checkUnbroken(CapturePosition position, SourceIdentity source) throws SQLException, CaptureException {
        if (!position.systemId().equals(source.systemId()) || position.timeline() != source.timeline()) {
            throw new CaptureException("the database is not the one that was captured: it is " + source.systemId()
                    + " timeline " + source.timeline() + ", the stored position is " + position);
        }
        ReplicationSlot slot = find().orElseThrow(() -> lost("it is gone"));
        if (slot.lost() != null) {
            throw lost(slot.lost());
        }
        if (slot.confirmed().compareTo(position.lsn()) > 0) {
            throw lost("it stands at " + slot.confirmed() + ", but Kafka has rows only up to " + position.lsn());
        }
    }

    /**
     * Sees that there is no slot yet: one without a stored position means that Kafka has lost its topics.
     *
     * @throws CaptureException when there is one
     */
    void refuseForeign() throws SQLException, CaptureException {
        if (find().isPresent()) {
            throw new CaptureException("slot " + settings.slot()
                    + " is there, but Kafka has no position for it: its topics were lost or it is another cluster");
        }
    }

    private CaptureException lost(String why) {
        return new CaptureException("slot " + settings.slot() + " is lost: " + why
                + ". Rows may be missing on the other side; it is not copied again by itself.");
    }

    private Optional<ReplicationSlot> find() throws SQLException {
        try (Connection connection = settings.database().connect()) {
            return ReplicationSlot.find(connection, settings.slot());
        }
    }
}
