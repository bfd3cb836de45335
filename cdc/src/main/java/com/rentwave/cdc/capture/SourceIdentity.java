package com.rentwave.cdc.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Which log a position belongs to.
 *
 * @param systemId PostgreSQL's system identifier of the cluster
 * @param timeline PostgreSQL's timeline
 */
record SourceIdentity(String systemId, int timeline) {

    static SourceIdentity of(Connection connection) throws SQLException {
        String query =
                "SELECT s.system_identifier, c.timeline_id FROM pg_control_system() s, pg_control_checkpoint() c";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return new SourceIdentity(rows.getString(1), rows.getInt(2));
        }
    }

    /** The API's epoch as the connection sees it. */
    static long epoch(Connection connection, String api) throws SQLException, CaptureException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT epoch FROM sync.ownership WHERE api = ?")) {
            statement.setString(1, api);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new CaptureException("the database knows no API " + api);
                }
                return rows.getLong(1);
            }
        }
    }
}
