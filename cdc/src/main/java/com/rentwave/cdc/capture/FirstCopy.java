package com.rentwave.cdc.capture;

import com.rentwave.cdc.position.CapturePosition;
import com.rentwave.cdc.position.CapturePosition.ApiPosition;
import com.rentwave.cdc.position.CapturePosition.Phase;
import com.rentwave.cdc.publish.CaptureTopics;
import com.rentwave.cdc.publish.CopyPublisher;
import com.rentwave.sync.ApiMapping;
import com.rentwave.sync.Lsn;
import com.rentwave.sync.RowChange;
import com.rentwave.sync.TableMapping;
import com.rentwave.sync.TableShape;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * Arms an API while its database's stream rests: publishes the rows that are there, where wanted, read under a snapshot
 * whose place in the log is known (a slot that lasts only that long tells it). The stream goes on where it stopped, which is
 * before that place, and leaves out the API's rows up to it. So every committed row is either in the copy or in the stream,
 * and none is in both. When it is interrupted it starts again from the beginning; the target then drops what it has.
 */
final class FirstCopy {

    private static final int ROWS_AT_A_TIME = 1_000;

    private final CaptureSettings settings;
    private final CaptureTopics topics;
    private final ApiMapping mapping;

    FirstCopy(CaptureSettings settings, CaptureTopics topics, ApiMapping mapping) {
        this.settings = settings;
        this.topics = topics;
        this.mapping = mapping;
    }

    /**
     * Makes the copy.
     *
     * @param position where the stream rests
     * @param onRecorded called once Kafka has it that arming has begun
     * @return the same place with the API armed; stored in Kafka already
     */
    CapturePosition run(CapturePosition position, Consumer<CapturePosition> onRecorded)
            throws SQLException, CaptureException {
        CapturePosition arming = position.with(mapping.api(), new ApiPosition(Phase.ARMING, 0, new Lsn(0)));
        topics.commit(arming);
        onRecorded.accept(arming);
        try (Connection replication = settings.database().connectForReplication();
                Connection copy = settings.database().connectPatiently()) {
            ReplicationSlot.Created place = ReplicationSlot.createForAMoment(replication, temporarySlot());
            place.enter(copy);
            long epoch = SourceIdentity.epoch(copy, mapping.api());
            CapturePosition armed =
                    position.with(mapping.api(), new ApiPosition(Phase.STREAMING, epoch, place.consistentPoint()));
            if (settings.copiesFirst()) {
                copyTables(copy, new CopyPublisher(mapping.api(), settings.side(), topics, arming, armed));
            } else {
                topics.commit(armed);
            }
            return armed;
        }
    }

    private String temporarySlot() {
        return settings.slot() + "_copy_" + mapping.api();
    }

    private void copyTables(Connection connection, CopyPublisher publisher) throws SQLException {
        publisher.begin();
        for (TableMapping table : mapping.tables()) {
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
