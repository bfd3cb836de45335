package com.rentwave.facade.cutover;

import com.rentwave.sync.Side;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A small capture and applier in one, for one direction: reads whole transactions from a replication slot in commit
 * order and writes rows and barriers to the other side, in sessions with a replication origin. It stands in for cdc and
 * the service's applier, which have tests of their own; what the coordinator relies on it does faithfully.
 */
public final class StandInStream implements AutoCloseable {

    private final TwoSides sides;
    private final String api;
    private final Side source;
    private final String slot;
    private final Thread thread;
    private volatile boolean closed;
    private boolean paused;
    private volatile Exception failure;

    public StandInStream(TwoSides sides, Side source) {
        this(sides, TwoSides.API, source);
    }

    StandInStream(TwoSides sides, String api, Side source) {
        this.sides = sides;
        this.api = api;
        this.source = source;
        this.slot = "rentwave_" + api + "_" + source.word() + "_" + sides.number();
        new JdbcTemplate(sides.superuser(api, source))
                .execute("SELECT pg_create_logical_replication_slot('" + slot + "', 'pgoutput')");
        new JdbcTemplate(sides.superuser(api, source.other()))
                .execute("SELECT pg_replication_origin_create('" + slot + "')");
        thread = new Thread(this::stream, slot);
        thread.start();
    }

    /** Stops applying, or goes on. What is being applied just now is applied when this returns. */
    public synchronized void pause(boolean stop) {
        paused = stop;
    }

    private void stream() {
        try (Connection from = sides.superuser(api, source).getConnection();
                Connection to = sides.superuser(api, source.other()).getConnection()) {
            try (Statement statement = to.createStatement()) {
                statement.execute("SELECT pg_replication_origin_session_setup('" + slot + "')");
            }
            to.setAutoCommit(false);
            while (!closed) {
                copyUnlessPaused(from, to);
                Thread.sleep(3);
            }
        } catch (SQLException | InterruptedException e) {
            failure = e;
        }
    }

    private synchronized void copyUnlessPaused(Connection from, Connection to) throws SQLException {
        if (!paused) {
            copy(from, to);
        }
    }

    private void copy(Connection from, Connection to) throws SQLException {
        try (PreparedStatement read =
                from.prepareStatement("SELECT data FROM pg_logical_slot_get_binary_changes(?, NULL,"
                        + " NULL, 'proto_version', '1', 'publication_names', '" + publication()
                        + "', 'messages', 'true',"
                        + " 'origin', 'none')")) {
            read.setString(1, slot);
            try (ResultSet changes = read.executeQuery()) {
                while (changes.next()) {
                    apply(ByteBuffer.wrap(changes.getBytes(1)), to);
                }
            }
            to.commit();
        }
    }

    private void apply(ByteBuffer change, Connection to) throws SQLException {
        switch (change.get()) {
            case 'I' -> {
                change.getInt();
                change.get();
                List<String> row = row(change);
                try (PreparedStatement insert = to.prepareStatement(TwoSides.insert(api, source.other()))) {
                    insert.setLong(1, Long.parseLong(row.get(0)));
                    insert.setString(2, row.get(1));
                    insert.executeUpdate();
                }
            }
            case 'M' -> {
                change.get();
                change.getLong();
                String prefix = text(change);
                byte[] content = new byte[change.getInt()];
                change.get(content);
                if (prefix.equals("rentwave.barrier")) {
                    barrier(new String(content, StandardCharsets.UTF_8), to);
                }
            }
            default -> {
                // begin, commit, relation: nothing to do; the tests only insert
            }
        }
    }

    private void barrier(String message, Connection to) throws SQLException {
        try (PreparedStatement insert = to.prepareStatement("INSERT INTO sync.applied_barrier"
                + " SELECT ?, m ->> 'id', clock_timestamp() FROM (SELECT ?::json) AS t(m) WHERE m ->> 'api' = ?"
                + " ON CONFLICT DO NOTHING")) {
            insert.setString(1, "rentwave.rows." + api + "." + source.word());
            insert.setString(2, message);
            insert.setString(3, api);
            insert.executeUpdate();
        }
    }

    private String publication() {
        return "rentwave_" + api;
    }

    private static List<String> row(ByteBuffer change) {
        List<String> values = new ArrayList<>();
        int columns = change.getShort();
        for (int i = 0; i < columns; i++) {
            change.get();
            byte[] value = new byte[change.getInt()];
            change.get(value);
            values.add(new String(value, StandardCharsets.UTF_8));
        }
        return values;
    }

    private static String text(ByteBuffer change) {
        StringBuilder text = new StringBuilder();
        for (byte b = change.get(); b != 0; b = change.get()) {
            text.append((char) b);
        }
        return text.toString();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
        new JdbcTemplate(sides.superuser(api, source)).execute("SELECT pg_drop_replication_slot('" + slot + "')");
        new JdbcTemplate(sides.superuser(api, source.other()))
                .execute("SELECT pg_replication_origin_drop('" + slot + "')");
        if (failure != null) {
            throw new IllegalStateException("the stream from " + source.word() + " failed", failure);
        }
    }
}
