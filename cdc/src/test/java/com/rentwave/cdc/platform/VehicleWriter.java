package com.rentwave.cdc.platform;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGConnection;

/**
 * Writes vehicles as chance wills: single rows, rows that share one log position (multi-row INSERT and COPY), transactions
 * of several statements, large ones, rolled back ones, many of them with events in the outbox.
 */
final class VehicleWriter {

    private static final long IDS = 1_000_000;

    private final long first;
    private final Random random;
    private final AtomicLong events;
    private long next;

    /**
     * @param number tells its ids and its dice from those of others
     * @param events the last event of all writers
     */
    VehicleWriter(int number, AtomicLong events) {
        this.first = number * IDS + 1;
        this.next = first;
        this.random = new Random(number);
        this.events = events;
    }

    /** Leaves out so many ids, which may be taken. */
    void leaveOut(long ids) {
        next += ids;
    }

    /** One transaction, from its first statement to its commit. */
    void transaction(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long after = change(connection, statement);
            for (int n = random.nextInt(4); n > 0; n--) {
                statement.execute(EventReader.insertLegacyNow("writer", "" + first, events.incrementAndGet()));
            }
            connection.commit();
            next = after;
        }
    }

    /** @return the next id after those that it takes */
    private long change(Connection connection, Statement statement) throws SQLException {
        return switch (random.nextInt(8)) {
            case 0 -> insertRange(statement, 2 + random.nextInt(30), "Multi");
            case 1 -> copy(connection, next + 2 * (1 + random.nextInt(40)));
            case 2 -> severalStatements(statement);
            case 3 -> update(statement);
            case 4 -> {
                statement.execute("DELETE FROM t_veh WHERE veh_id = " + (first + 2L * random.nextInt(200)));
                yield next;
            }
            case 5 -> {
                statement.execute(Vehicles.insertLegacyRange(next, next + 20, "Gone"));
                statement.execute(EventReader.insertLegacy("gone", "rolled-back", next));
                connection.rollback();
                yield next;
            }
            case 6 -> insertRange(statement, random.nextInt(15) == 0 ? 1_300 : 1, "Large");
            default -> insertWithKey(statement);
        };
    }

    private long insertRange(Statement statement, int rows, String model) throws SQLException {
        long after = next + 2L * rows;
        statement.execute(Vehicles.insertLegacyRange(next, after - 2, model));
        return after;
    }

    private long severalStatements(Statement statement) throws SQLException {
        long after = next;
        for (int i = 0; i < 4; i++, after += 2) {
            statement.execute(Vehicles.insertLegacy(after));
        }
        statement.execute("UPDATE t_veh SET ver_no = ver_no + 1 WHERE veh_id BETWEEN " + next + " AND " + after);
        statement.execute("DELETE FROM t_veh WHERE veh_id = " + next);
        return after;
    }

    private long update(Statement statement) throws SQLException {
        statement.execute("UPDATE t_veh SET ver_no = ver_no + 1, mdl_nm = 'U' || ver_no WHERE veh_id BETWEEN " + first
                + " AND " + (first + 2L * random.nextInt(20)));
        return next;
    }

    private long insertWithKey(Statement statement) throws SQLException {
        statement.execute(Vehicles.insertLegacy(next));
        statement.execute("INSERT INTO t_veh_idem VALUES (7, 'k" + next + "', 'h', 201, '{}', '\"0-a\"', '/x', now())");
        return next + 2;
    }

    private long copy(Connection connection, long to) throws SQLException {
        StringBuilder rows = new StringBuilder();
        for (long id = next; id < to; id += 2) {
            rows.append(id)
                    .append(
                            ",7,Skoda,Copy,2021,WG,5,640,M,DI,F,a=1,4500,2000,EUR,1,30,Y,0,2026-11-20 09:00:00,2026-11-20 09:00:00\n");
        }
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY t_veh FROM STDIN (FORMAT csv)", new StringReader(rows.toString()));
        } catch (IOException e) {
            throw new SQLException(e);
        }
        return to;
    }
}
