package com.rentwave.legacy.retirement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * What the monolith is to each API. Looked up once a second at most, and only when somebody asks for the API: this is
 * what is counted and told by, never what decides about a write; that the guard does, in the transaction.
 */
@ApplicationScoped
class Standings {

    private static final long GOOD_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final DataSource database;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    @Inject
    Standings(DataSource database) {
        this.database = database;
    }

    protected Standings() {
        this(null);
    }

    private record Seen(Standing standing, long at) {}

    /** @throws PersistenceException when the database cannot be asked */
    Standing of(String api) {
        Seen last = seen.get(api);
        if (last == null || System.nanoTime() - last.at() > GOOD_NANOS) {
            last = new Seen(look(api), System.nanoTime());
            seen.put(api, last);
        }
        return last.standing();
    }

    private Standing look(String api) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("SELECT owner FROM sync.ownership WHERE api = ?")) {
            query.setString(1, api);
            try (ResultSet row = query.executeQuery()) {
                // An API of which the database knows nothing does not move.
                return row.next() ? Standing.of(row.getString(1)) : Standing.OWNER;
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
