package com.rentwave.legacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of its own with the monolith's schema and enough rows that the planner has a choice, made once for all tests of
 * the run: it tells the plans of queries.
 */
public final class FilledDatabase {

    private static final String NAME = "plans";
    private static FilledDatabase filled;

    private final TestDatabase server = RunningMonolith.get().database();

    private FilledDatabase() {
        server.execute("CREATE DATABASE " + NAME + " OWNER rentwave_legacy");
        script("postgres", "bootstrap/database.sql");
        Flyway.configure()
                .dataSource(source("rentwave_legacy"))
                .locations("classpath:db/sync", "classpath:db/migration")
                .placeholders(Map.of("side", "legacy"))
                .load()
                .migrate();
        script("postgres", "filled-database.sql");
    }

    /** Makes it unless it is there. */
    public static synchronized FilledDatabase get() {
        if (filled == null) {
            filled = new FilledDatabase();
        }
        return filled;
    }

    /** The plan of a query for these very values, and for nothing that a session has set but {@code settings}. */
    public String plan(String sql, List<Object> values, String... settings) {
        try (Connection connection = source("rentwave_legacy").getConnection()) {
            for (String setting : settings) {
                execute(connection, "SET " + setting);
            }
            try (PreparedStatement query = connection.prepareStatement("EXPLAIN " + sql)) {
                for (int i = 0; i < values.size(); i++) {
                    query.setObject(i + 1, values.get(i));
                }
                StringBuilder plan = new StringBuilder();
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        plan.append(rows.getString(1)).append('\n');
                    }
                }
                return plan.toString();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private PGSimpleDataSource source(String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.url().replace("/legacy", "/" + NAME));
        source.setUser(user);
        return source;
    }

    private void script(String user, String resource) {
        try (Connection connection = source(user).getConnection();
                InputStream in = FilledDatabase.class.getClassLoader().getResourceAsStream(resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String plain = text.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
            for (String sql : Arrays.asList(plain.split(";"))) {
                if (!sql.isBlank()) {
                    execute(connection, sql);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
