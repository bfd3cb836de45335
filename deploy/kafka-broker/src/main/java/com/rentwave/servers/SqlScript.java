package com.rentwave.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Scripts of the class path that make roles and databases. */
public final class SqlScript {

    private SqlScript() {}

    /**
     * Runs a script, each statement on its own, because not all of them can be in a transaction.
     *
     * @param resource its name in the class path
     * @param superuser who runs it; stays open
     * @throws SQLException when a statement fails; those before it are done
     */
    public static void run(String resource, Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            for (String sql : text(resource).replaceAll("(?m)^--.*$", "").split(";")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private static String text(String resource) {
        try (InputStream in = SqlScript.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
