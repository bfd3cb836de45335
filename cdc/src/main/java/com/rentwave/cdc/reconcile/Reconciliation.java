package com.rentwave.cdc.reconcile;

import com.rentwave.sync.ApiMapping;
import com.rentwave.sync.MappingException;
import com.rentwave.sync.Side;
import com.rentwave.sync.TableMapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Compares all rows of an API on both sides while traffic runs. A row that differs at first is looked at again: its row on
 * the owner's side is read, then a barrier is sent through the stream, then the other side's row is read. If that is not
 * the owner's row, and the owner's has not changed meanwhile, the difference is real.
 */
public final class Reconciliation {

    static final int MOST_DIFFERENCES = 100;

    private static final int LOOKS = 20;

    private final ApiMapping mapping;
    private final Sides sides;
    private final Clock clock;

    public Reconciliation(ApiMapping mapping, Sides sides, Clock clock) {
        this.mapping = mapping;
        this.sides = sides;
        this.clock = clock;
    }

    /**
     * Compares.
     *
     * @param since when present, only rows last written then or later are compared, and the number of rows where any may
     *     be deleted
     * @throws BarrierException when the stream does not deliver
     */
    public synchronized Comparison run(Optional<Instant> since) throws SQLException, BarrierException {
        Instant startedAt = clock.instant();
        try (Connections connections = sides.open(mapping.api())) {
            Pass pass = new Pass(connections);
            for (TableMapping table : mapping.tables()) {
                pass.compare(table, since);
            }
            List<Suspect> differences = lookAgain(connections, pass.suspects);
            List<Difference> shown = new ArrayList<>();
            for (Suspect suspect : differences.subList(0, Math.min(differences.size(), MOST_DIFFERENCES))) {
                shown.add(suspect.shown(connections));
            }
            return new Comparison(pass.compared, shown, differences.isEmpty(), startedAt);
        }
    }

    private List<Suspect> lookAgain(Connections connections, List<Suspect> suspects)
            throws SQLException, BarrierException {
        List<Suspect> open = new ArrayList<>(suspects);
        List<Suspect> real = new ArrayList<>();
        Barrier barrier = new Barrier(mapping.api(), connections);
        for (int look = 0; look < LOOKS && !open.isEmpty(); look++) {
            for (Suspect suspect : open) {
                suspect.expected = suspect.source(connections);
            }
            barrier.pass();
            for (Iterator<Suspect> rest = open.iterator(); rest.hasNext(); ) {
                Suspect suspect = rest.next();
                if (suspect.isSettled(connections)) {
                    rest.remove();
                } else if (suspect.isReal(connections)) {
                    real.add(suspect);
                    rest.remove();
                }
            }
        }
        // What keeps changing too fast to be judged is not called clean.
        real.addAll(open);
        return real;
    }

    /** The first look at all rows. */
    private static final class Pass {

        private final Connections connections;
        private final List<Suspect> suspects = new ArrayList<>();
        private long compared;

        private Pass(Connections connections) {
            this.connections = connections;
        }

        private void compare(TableMapping table, Optional<Instant> since) throws SQLException {
            if (since.isPresent()) {
                merge(
                        table,
                        OrderedRows.changedSince(connections.legacy(), table.legacy(), since.get()),
                        OrderedRows.changedSince(connections.service(), table.service(), since.get()));
                if (table.expiring()
                        || OrderedRows.count(connections.legacy(), table.legacy())
                                == OrderedRows.count(connections.service(), table.service())) {
                    return;
                }
            }
            merge(
                    table,
                    OrderedRows.all(connections.legacy(), table.legacy()),
                    OrderedRows.all(connections.service(), table.service()));
        }

        private void merge(TableMapping table, OrderedRows legacyRows, OrderedRows serviceRows) throws SQLException {
            Map<String, Object> legacy = legacyRows.next();
            Map<String, Object> service = serviceRows.next();
            while (legacy != null || service != null) {
                int order = order(table, legacy, service);
                if (order != 0 || !isSame(table, legacy, service)) {
                    suspects.add(new Suspect(
                            table,
                            order <= 0
                                    ? OrderedRows.key(table.legacy(), legacy)
                                    : OrderedRows.key(table.service(), service)));
                }
                compared++;
                legacy = order <= 0 ? legacyRows.next() : legacy;
                service = order >= 0 ? serviceRows.next() : service;
            }
        }

        private static int order(TableMapping table, Map<String, Object> legacy, Map<String, Object> service) {
            if (legacy == null || service == null) {
                return legacy == null ? 1 : -1;
            }
            List<Object> left = OrderedRows.key(table.legacy(), legacy);
            List<Object> right = OrderedRows.key(table.service(), service);
            for (int i = 0; i < left.size(); i++) {
                int order = left.get(i) instanceof Long number
                        ? number.compareTo((Long) right.get(i))
                        : ((String) left.get(i)).compareTo((String) right.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    }

    private static boolean isSame(TableMapping table, Map<String, Object> legacy, Map<String, Object> service) {
        if (legacy == null || service == null) {
            return legacy == service;
        }
        try {
            return table.toService(legacy).equals(service);
        } catch (MappingException e) {
            return false;
        }
    }

    /** A key whose rows differed when they were looked at one after the other. */
    private static final class Suspect {

        private final TableMapping table;
        private final List<Object> key;
        private Map<String, Object> expected;

        private Suspect(TableMapping table, List<Object> key) {
            this.table = table;
            this.key = key;
        }

        private Map<String, Object> row(Connections connections, Side side) throws SQLException {
            Connection connection = connections.of(side);
            return OrderedRows.find(connection, table.shape(side), key);
        }

        private Map<String, Object> source(Connections connections) throws SQLException {
            return row(connections, connections.source());
        }

        private boolean isSettled(Connections connections) throws SQLException {
            Map<String, Object> target = row(connections, connections.source().other());
            return connections.source() == Side.LEGACY
                    ? isSame(table, expected, target)
                    : isSame(table, target, expected);
        }

        private boolean isReal(Connections connections) throws SQLException {
            return Objects.equals(source(connections), expected);
        }

        private Difference shown(Connections connections) throws SQLException {
            Map<String, Object> legacy = row(connections, Side.LEGACY);
            Map<String, Object> service = row(connections, Side.SERVICE);
            return new Difference(table.legacy().name(), keyText(), legacy, service);
        }

        private String keyText() {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 0; i < key.size(); i++) {
                row.put(table.legacy().key().get(i).name(), key.get(i));
            }
            return table.legacy().keyText(row);
        }
    }
}
