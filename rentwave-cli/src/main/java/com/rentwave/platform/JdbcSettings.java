package com.rentwave.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** How to reach a database. */
public record JdbcSettings(String url, String user, String password) {

    private static final String SECONDS_TO_CONNECT = "5";

    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("ApplicationName", "rentwave");
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
