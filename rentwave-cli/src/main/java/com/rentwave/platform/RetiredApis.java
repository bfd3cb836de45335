package com.rentwave.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The APIs that the monolith's database is retired from. In a new installation the facade gives them to their services once
 * everything runs; until then nobody answers for them.
 */
final class RetiredApis {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 100;

    private final Site site;
    private final Duration limit;

    RetiredApis(Site site) {
        this(site, LIMIT);
    }

    RetiredApis(Site site, Duration limit) {
        this.site = site;
        this.limit = limit;
    }

    /**
     * Returns when each of them has its owner.
     *
     * @throws PlatformException when one has none in time, or a database cannot tell
     */
    void awaitOwners() {
        try {
            List<String> retired =
                    column(DatabaseSetup.LEGACY, "SELECT api FROM sync.ownership WHERE owner = 'retired'");
            long end = System.nanoTime() + limit.toNanos();
            while (!retired.isEmpty() && !routed().containsAll(retired)) {
                if (System.nanoTime() > end) {
                    throw new PlatformException("The services of " + String.join(", ", retired)
                            + " were not made their owners within " + limit.toSeconds()
                            + " s; the log of the facade tells why: rentwave logs facade");
                }
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (SQLException e) {
            throw new PlatformException("It cannot be told who owns the APIs: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted while the APIs waited for their owners.");
        }
    }

    private List<String> routed() throws SQLException {
        return column(DatabaseSetup.MIGRATION, "SELECT api FROM route WHERE phase = 'RETIRED'");
    }

    private List<String> column(String database, String query) throws SQLException {
        try (Connection connection =
                        site.jdbc(database, PostgresServer.SUPERUSER).connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
