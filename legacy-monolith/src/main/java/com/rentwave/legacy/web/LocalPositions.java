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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The position of this database in the history of each API that moves. */
@ApplicationScoped
public class LocalPositions {

    public static final String VEHICLES = "vehicles";
    public static final String RENTALS = "rentals";

    private static final Logger LOG = System.getLogger(LocalPositions.class.getName());

    private final Map<String, Positions> positions;

    @Inject
    LocalPositions(DataSource database) {
        this.positions = Map.of(
                VEHICLES, new Positions(database, VEHICLES),
                RENTALS, new Positions(database, RENTALS));
    }

    protected LocalPositions() {
        this(null);
    }

    /**
     * Ask after the read or after COMMIT, never inside the transaction. When it cannot be told, nothing can be told of the
     * request: it may be committed.
     */
    public Position current(String api) {
        try {
            return positions.get(api).current();
        } catch (SQLException e) {
            LOG.log(Level.ERROR, "no position", e);
            throw Refusal.internalError();
        }
    }

    /**
     * The positions of all APIs, for somebody who is told of things of any of them: {@code rentals=legacy:… vehicles=legacy:…}.
     * What is known here when this is asked is at or before them.
     */
    public String all() {
        return List.of(RENTALS, VEHICLES).stream()
                .map(api -> api + '=' + current(api))
                .collect(Collectors.joining(" "));
    }

    /** False also when the API is none that moves. */
    boolean await(String api, Position wanted, Duration longest) {
        try {
            Positions known = positions.get(api);
            return known != null && known.await(wanted, longest);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
