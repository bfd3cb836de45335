package com.rentwave.legacy.notification;

import com.rentwave.legacy.web.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** All notifications. */
@ApplicationScoped
class Notifications {

    private static final String SELECT =
            "SELECT ntf_id, usr_id, knd_cd, txt_tx, pth_tx, pos_tx, crt_ts, rd_ts FROM t_ntf ";
    private static final int LONGEST_TEXT = 500;

    private final DataSource database;
    private final Clock clock;

    @Inject
    Notifications(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    protected Notifications() {
        this(null, null);
    }

    /** A message and the event it is about; nobody is told of an event twice. */
    record Told(UUID eventId, Message message) {}

    /** @param positions where what they are about can be read */
    void add(List<Told> messages, String positions) {
        String insert = "INSERT INTO t_ntf (ntf_id, usr_id, knd_cd, txt_tx, pth_tx, evt_id, crt_ts, pos_tx)"
                + " VALUES (nextval('s_ntf'), ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            for (Told told : messages) {
                statement.setLong(1, told.message().userId());
                statement.setString(2, told.message().kind().code());
                statement.setString(3, shortened(told.message().text()));
                statement.setString(4, told.message().path());
                statement.setObject(5, told.eventId());
                statement.setObject(6, Times.now(clock));
                statement.setString(7, positions);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT - 1)) + '…';
    }

    /** A user's newest ones before {@code before}. */
    List<Notification> list(long userId, boolean unreadOnly, long before, int limit) {
        return query(
                "WHERE usr_id = ? AND ntf_id < ?" + (unreadOnly ? " AND rd_ts IS NULL" : "")
                        + " ORDER BY ntf_id DESC LIMIT " + limit,
                userId,
                before);
    }

    /** A user's oldest ones behind {@code after}, up to {@code last}. */
    List<Notification> missed(long userId, long after, long last, int limit) {
        return query(
                "WHERE usr_id = ? AND ntf_id > ? AND ntf_id <= ? ORDER BY ntf_id LIMIT " + limit, userId, after, last);
    }

    /** Everybody's behind {@code after}, the oldest first. */
    List<Notification> after(long after, int limit) {
        return query("WHERE ntf_id > ? ORDER BY ntf_id LIMIT " + limit, after);
    }

    Optional<Notification> find(long userId, long id) {
        return query("WHERE usr_id = ? AND ntf_id = ?", userId, id).stream().findFirst();
    }

    /** The newest there is. */
    long last() {
        return number("SELECT coalesce(max(ntf_id), 0) FROM t_ntf");
    }

    long unread(long userId) {
        return number("SELECT count(*) FROM t_ntf WHERE usr_id = ? AND rd_ts IS NULL", userId);
    }

    /** Marks it as read; the first time counts. */
    void read(long userId, long id) {
        String update = "UPDATE t_ntf SET rd_ts = ? WHERE usr_id = ? AND ntf_id = ? AND rd_ts IS NULL";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(update)) {
            bind(statement, Times.now(clock), userId, id);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private long number(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            bind(query, parameters);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private List<Notification> query(String where, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(SELECT + where)) {
            bind(query, parameters);
            List<Notification> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(notification(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    private static Notification notification(ResultSet row) throws SQLException {
        return new Notification(
                row.getLong(1),
                row.getLong(2),
                Kind.of(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, LocalDateTime.class),
                row.getObject(8, LocalDateTime.class));
    }
}
