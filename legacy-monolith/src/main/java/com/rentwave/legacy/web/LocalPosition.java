package com.rentwave.legacy.web;

import com.rentwave.sync.Position;
import com.rentwave.sync.Positions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** The position of this database in the history of the vehicles API. */
@ApplicationScoped
public class LocalPosition {

    private static final Logger LOG = System.getLogger(LocalPosition.class.getName());

    private final Positions positions;

    @Inject
    LocalPosition(DataSource database) {
        this.positions = new Positions(database, "vehicles");
    }

    protected LocalPosition() {
        this(null);
    }

    /**
     * Ask after the read or after COMMIT, never inside the transaction. When it cannot be told, nothing can be told of the
     * request: it may be committed.
     */
    public Position current() {
        try {
            return positions.current();
        } catch (SQLException e) {
            LOG.log(Level.ERROR, "no position", e);
            throw Refusal.internalError();
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
