package com.rentwave.legacy.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * How far the business clock is from the real one: kept in the database, so that every server has the same and a restart
 * changes nothing. Where the clock may not be moved it is zero, whatever is stored, and the database is not asked.
 */
@ApplicationScoped
class ClockOffset {

    static final String MOVABLE = "RENTWAVE_MOVABLE_CLOCK";

    private final DataSource database;
    private final boolean movable;

    @Inject
    ClockOffset(DataSource database) {
        this(database, Boolean.parseBoolean(System.getenv(MOVABLE)));
    }

    private ClockOffset(DataSource database, boolean movable) {
        this.database = database;
        this.movable = movable;
    }

    protected ClockOffset() {
        this(null, false);
    }

    boolean isMovable() {
        return movable;
    }

    Duration read() {
        if (!movable) {
            return Duration.ZERO;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT off_ss FROM t_clk");
                ResultSet row = query.executeQuery()) {
            row.next();
            return Duration.ofSeconds(row.getLong(1));
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    void move(Duration offset) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("UPDATE t_clk SET off_ss = ?")) {
            update.setLong(1, offset.toSeconds());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
