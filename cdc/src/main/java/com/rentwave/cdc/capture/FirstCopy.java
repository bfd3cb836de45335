package com.rentwave.cdc.capture;

import com.rentwave.cdc.position.CapturePosition;
import com.rentwave.cdc.position.CapturePosition.Phase;
import com.rentwave.cdc.publish.CopyPublisher;
import com.rentwave.cdc.publish.RowTopic;
import com.rentwave.sync.Lsn;
import com.rentwave.sync.Position;
import com.rentwave.sync.RowChange;
import com.rentwave.sync.TableMapping;
import com.rentwave.sync.TableShape;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Arms a capture: makes the slot and, where wanted, publishes the rows that are there, read under the very snapshot at
 * which the slot starts. So every committed row is either in the copy or in the stream, and none is in both. When it is
 * interrupted it starts again from the beginning; the target then drops what it has.
 */
final class FirstCopy {

    private static final int ROWS_AT_A_TIME = 1_000;

    private final CaptureSettings settings;
    private final RowTopic topic;

    FirstCopy(CaptureSettings settings, RowTopic topic) {
        this.settings = settings;
        this.topic = topic;
    }

    /**
     * Makes the slot and the copy.
     *
     * @param onRecorded called once Kafka has it that arming has begun
     * @return where streaming starts; stored in Kafka already
     */
    CapturePosition run(SourceIdentity source, Runnable onRecorded) throws SQLException, CaptureException {
        CapturePosition arming = new CapturePosition(
                Phase.ARMING, new Position(settings.side(), 0, source.systemId(), source.timeline(), new Lsn(0)));
        topic.commit(arming);
        onRecorded.run();
        dropLeftOver();
        try (Connection replication = settings.database().connectForReplication();
                Connection copy = settings.database().connectPatiently()) {
            ReplicationSlot.Created slot = ReplicationSlot.create(replication, settings.slot());
            enter(copy, slot.snapshot());
            CapturePosition start = new CapturePosition(
                    Phase.STREAMING,
                    new Position(
                            settings.side(),
                            SourceIdentity.epoch(copy, settings.api()),
                            source.systemId(),
                            source.timeline(),
                            slot.consistentPoint()));
            if (settings.copiesFirst()) {
                copyTables(copy, new CopyPublisher(settings.api(), topic, arming, start));
            } else {
                topic.commit(start);
            }
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

    private static void enter(Connection connection, String snapshot) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            statement.execute("SET TRANSACTION SNAPSHOT '" + snapshot + "'");
        }
    }

    private void copyTables(Connection connection, CopyPublisher publisher) throws SQLException {
        publisher.begin();
        for (TableMapping table : settings.mapping().tables()) {
            copyTable(connection, table.shape(settings.side()), publisher);
        }
        publisher.end();
    }

    private void copyTable(Connection connection, TableShape table, CopyPublisher publisher) throws SQLException {
        String query = "SELECT " + table.selectList() + " FROM " + table.name();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    publisher.add(new RowChange(table.name(), RowChange.Op.INSERT, table.read(rows)));
                }
            }
        }
    }
}
