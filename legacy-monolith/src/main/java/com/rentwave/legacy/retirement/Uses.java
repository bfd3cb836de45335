package com.rentwave.legacy.retirement;

import com.rentwave.legacy.web.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/** The requests of an API that came here although another side owns it, counted by the second; no restart forgets them. */
@ApplicationScoped
class Uses {

    private static final String ADD = "INSERT INTO t_api_use (api_cd, use_ts, use_ct) VALUES (?, ?, 1)"
            + " ON CONFLICT (api_cd, use_ts) DO UPDATE SET use_ct = t_api_use.use_ct + 1";
    private static final String COUNT =
            "SELECT w.wch_ts, coalesce(sum(u.use_ct), 0), max(u.use_ts) FROM t_api_use_wch w"
                    + " LEFT JOIN t_api_use u ON u.api_cd = ? AND u.use_ts >= ? GROUP BY w.wch_ts";

    private final DataSource database;
    private final Clock clock;

    @Inject
    Uses(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    protected Uses() {
        this(null, null);
    }

    /**
     * What was counted.
     *
     * @param watchedSince when counting began
     * @param last to the second; null when there was none
     */
    record Count(Instant watchedSince, long answered, Instant last) {}

    void add(String api) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setString(1, api);
            statement.setObject(2, Times.now(clock).truncatedTo(ChronoUnit.SECONDS));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    Count since(String api, Instant since) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(COUNT)) {
            query.setString(1, api);
            query.setObject(2, LocalDateTime.ofInstant(since, ZoneOffset.UTC));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                LocalDateTime last = row.getObject(3, LocalDateTime.class);
                return new Count(
                        row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getLong(2),
                        last == null ? null : last.toInstant(ZoneOffset.UTC));
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
