package com.rentwave.legacy.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Receives events exactly once in effect: position, ids and whatever the events cause are one transaction. The position is
 * compared and set, so two receivers do each other no harm.
 */
@ApplicationScoped
class Inbox {

    private final DataSource database;
    private final Instance<EventHandler> handlers;

    @Inject
    Inbox(DataSource database, @Any Instance<EventHandler> handlers) {
        this.database = database;
        this.handlers = handlers;
    }

    protected Inbox() {
        this(null, null);
    }

    /** The offset to read next of a stream. */
    @Transactional
    public long position(String stream) {
        try (Connection connection = database.getConnection()) {
            execute(connection, "INSERT INTO t_inbx_pos VALUES (?, 0) ON CONFLICT DO NOTHING", stream);
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT nxt_off FROM t_inbx_pos WHERE str_nm = ?")) {
                query.setString(1, stream);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /**
     * Hands over what is new among the events and moves the position.
     *
     * @return false when somebody else has moved it; then nothing happened
     */
    @Transactional
    public boolean receive(String stream, long from, long to, List<ReceivedEvent> events) {
        try (Connection connection = database.getConnection()) {
            String move = "UPDATE t_inbx_pos SET nxt_off = ? WHERE str_nm = ? AND nxt_off = ?";
            if (execute(connection, move, to, stream, from) == 0) {
                return false;
            }
            Set<UUID> unknown = remember(connection, events);
            // An id that is there twice is handed over once.
            List<ReceivedEvent> fresh =
                    events.stream().filter(event -> unknown.remove(event.id())).toList();
            if (!fresh.isEmpty()) {
                handlers.forEach(handler -> handler.handle(fresh));
            }
            return true;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** Tells the handlers that what they were handed is committed. */
    void committed() {
        handlers.forEach(EventHandler::committed);
    }

    private static Set<UUID> remember(Connection connection, List<ReceivedEvent> events) throws SQLException {
        String insert = "INSERT INTO t_inbx SELECT unnest(?::uuid[]) ON CONFLICT DO NOTHING RETURNING evt_id";
        Set<UUID> unknown = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            events.stream().map(event -> event.id().toString()).toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    unknown.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return unknown;
    }

    private static int execute(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }
}
