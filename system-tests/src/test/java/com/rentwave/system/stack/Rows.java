package com.rentwave.system.stack;

import com.rentwave.platform.JdbcSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks into the databases of the running system. */
public final class Rows {

    private Rows() {}

    /** The whole number that a query answers with. */
    public static long number(JdbcSettings database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
