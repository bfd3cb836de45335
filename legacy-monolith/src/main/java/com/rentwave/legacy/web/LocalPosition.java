package com.rentwave.legacy.web;

import com.rentwave.sync.Position;
import com.rentwave.sync.Positions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** The position of this database in the history of the vehicles API. */
@ApplicationScoped
public class LocalPosition {

    private final Positions positions;

    @Inject
    LocalPosition(DataSource database) {
        this.positions = new Positions(database, "vehicles");
    }

    protected LocalPosition() {
        this(null);
    }

    /** Ask after the read or after COMMIT, never inside the transaction. */
    public Position current() {
        try {
            return positions.current();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    boolean await(Position wanted, Duration longest) {
        try {
            return positions.await(wanted, longest);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
