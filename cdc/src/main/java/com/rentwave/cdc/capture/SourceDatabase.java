package com.rentwave.cdc.capture;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * How to reach a source database.
 *
 * @param url JDBC URL
 */
public record SourceDatabase(String url, String user, String password) {

    private static final String SECONDS_TO_CONNECT = "5";
    private static final String SECONDS_TO_ANSWER = "30";

    public Connection connect() throws SQLException {
        Properties settings = settings();
        PGProperty.SOCKET_TIMEOUT.set(settings, SECONDS_TO_ANSWER);
        return DriverManager.getConnection(url, settings);
    }

    /** A connection for what is known at once or not at all: neither to make it nor an answer takes longer than a second. */
    Connection connectImpatiently() throws SQLException {
        Properties settings = settings();
        PGProperty.CONNECT_TIMEOUT.set(settings, "1");
        PGProperty.SOCKET_TIMEOUT.set(settings, "1");
        return DriverManager.getConnection(url, settings);
    }

    /** A connection for an answer that may take its time: a copy of a table, say. */
    Connection connectPatiently() throws SQLException {
        return DriverManager.getConnection(url, settings());
    }

    /** A connection that speaks the replication protocol. */
    Connection connectForReplication() throws SQLException {
        Properties settings = settings();
        PGProperty.REPLICATION.set(settings, "database");
        PGProperty.PREFER_QUERY_MODE.set(settings, "simple");
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(settings, "10");
        return DriverManager.getConnection(url, settings);
    }

    String host() {
        return parsed(PGProperty.PG_HOST);
    }

    String port() {
        return parsed(PGProperty.PG_PORT);
    }

    String name() {
        return parsed(PGProperty.PG_DBNAME);
    }

    private String parsed(PGProperty property) {
        Properties parsed = Driver.parseURL(url, new Properties());
        if (parsed == null) {
            throw new IllegalArgumentException("not a PostgreSQL URL");
        }
        return property.getOrDefault(parsed);
    }

    private Properties settings() {
        Properties settings = new Properties();
        PGProperty.USER.set(settings, user);
        if (password != null && !password.isEmpty()) {
            PGProperty.PASSWORD.set(settings, password);
        }
        PGProperty.CONNECT_TIMEOUT.set(settings, SECONDS_TO_CONNECT);
        PGProperty.TCP_KEEP_ALIVE.set(settings, "true");
        PGProperty.APPLICATION_NAME.set(settings, "rentwave-cdc");
        return settings;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
