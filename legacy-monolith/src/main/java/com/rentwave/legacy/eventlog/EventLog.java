package com.rentwave.legacy.eventlog;

import com.rentwave.legacy.outbox.EventHandler;
import com.rentwave.legacy.outbox.ReceivedEvent;
import com.rentwave.legacy.web.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** All events, each once, in the order in which they were received. */
@ApplicationScoped
class EventLog implements EventHandler {

    private static final String INSERT =
            "INSERT INTO t_evt (evt_no, evt_id, typ_cd, src_cd, agg_cd, agg_id, act_usr_id, trc_tx, evt_ts, dat_tx)"
                    + " VALUES (nextval('s_evt'), ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT =
            "SELECT evt_no, evt_id, typ_cd, evt_ts, src_cd, agg_cd, agg_id, act_usr_id, trc_tx, dat_tx FROM t_evt";

    private final DataSource database;

    @Inject
    EventLog(DataSource database) {
        this.database = database;
    }

    protected EventLog() {
        this(null);
    }

    @Override
    public void handle(List<ReceivedEvent> events) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (ReceivedEvent event : events) {
                insert.setObject(1, event.id());
                insert.setString(2, event.type());
                insert.setString(3, event.source());
                insert.setString(4, event.aggregateType());
                insert.setString(5, event.aggregateId());
                insert.setObject(6, event.actor(), Types.BIGINT);
                insert.setString(7, event.trace());
                insert.setObject(8, event.time());
                insert.setString(9, event.data().toString());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** The newest events that pass the filters. */
    List<LoggedEvent> list(Filters filters, int limit) {
        String query = SELECT + filters.sql() + " ORDER BY evt_no DESC LIMIT " + limit;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < filters.values().size(); i++) {
                statement.setObject(i + 1, filters.values().get(i));
            }
            List<LoggedEvent> events = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    events.add(event(rows));
                }
            }
            return events;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static LoggedEvent event(ResultSet row) throws SQLException {
        return new LoggedEvent(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDateTime.class),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, Long.class),
                row.getString(9),
                row.getString(10));
    }
}
