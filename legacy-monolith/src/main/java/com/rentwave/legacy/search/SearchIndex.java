package com.rentwave.legacy.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Finds what is on offer. */
@ApplicationScoped
class SearchIndex {

    /** With fewer hits than this, it is asked what the words should have been. */
    private static final int FEW = 20;

    /**
     * For one transaction. Plans are made for the very words: common ones and rare ones want different indexes. Likeness is
     * computed for no more rows than an index names; the planner takes it for cheaper than it is.
     */
    private static final String SETTINGS = "SELECT set_config('plan_cache_mode', 'force_custom_plan', true),"
            + " set_config('pg_trgm.word_similarity_threshold', '0.4', true), set_config('enable_seqscan', 'off', true)";

    private final DataSource database;

    @Inject
    SearchIndex(DataSource database) {
        this.database = database;
    }

    protected SearchIndex() {
        this(null);
    }

    /** What one page shows, and one more when there is another page. */
    record Result(SearchMode mode, List<Found> found) {}

    /** The things that fit best; what is written as asked for comes before what was probably meant. */
    @Transactional
    Result search(SearchRequest wanted) {
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement settings = connection.prepareStatement(SETTINGS)) {
                settings.execute();
            }
            return search(connection, wanted);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static Result search(Connection connection, SearchRequest wanted) throws SQLException {
        SearchMode mode = wanted.after()
                .map(SearchCursor::mode)
                .orElse(wanted.words().isEmpty() ? SearchMode.NEWEST : SearchMode.WRITTEN);
        int most = wanted.limit() + 1;
        if (mode != SearchMode.MEANT) {
            List<Found> found = found(connection, new SearchSql(wanted, List.of(), Math.max(most, FEW)));
            boolean enough = found.size() >= FEW
                    || mode == SearchMode.NEWEST
                    || wanted.after().isPresent();
            if (enough || wanted.words().stream().allMatch(word -> word.length() < Corrections.SHORTEST)) {
                return new Result(mode, found.subList(0, Math.min(most, found.size())));
            }
        }
        List<List<String>> meant = Corrections.of(wanted.words(), sample(connection, new SampleSql(wanted)));
        return new Result(SearchMode.MEANT, found(connection, new SearchSql(wanted, meant, most)));
    }

    private static List<String> sample(Connection connection, SampleSql sql) throws SQLException {
        return rows(connection, sql.text(), sql.values(), row -> row.getString(1));
    }

    private static List<Found> found(Connection connection, SearchSql sql) throws SQLException {
        return rows(connection, sql.text(), sql.values(), Found::read);
    }

    /** Reads one row. */
    private interface Reading<T> {

        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> rows(Connection connection, String sql, List<Object> values, Reading<T> reading)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                query.setObject(i + 1, values.get(i));
            }
            List<T> read = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    read.add(reading.read(rows));
                }
            }
            return read;
        }
    }
}
