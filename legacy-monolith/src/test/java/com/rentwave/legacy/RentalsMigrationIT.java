package com.rentwave.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A monolith that has been used for years gets ready for the move of rentals and loses nothing. */
class RentalsMigrationIT {

    private static final String NAME = "before_the_move";

    private final TestDatabase server = RunningMonolith.get().database();

    @Test
    void keepsWhatIsThereAndCountsOnInOddIds() throws SQLException {
        server.execute("CREATE DATABASE " + NAME + " OWNER rentwave_legacy");
        try {
            extensions();
            flyway("5.0");
            try (Connection connection = source("rentwave_legacy").getConnection()) {
                TestDatabase.execute(
                        connection,
                        "INSERT INTO t_usr SELECT i, i || '@example.org', 'x', 'x', now() FROM generate_series(1, 2) i");
                TestDatabase.execute(connection, """
                        INSERT INTO t_rnt (rnt_id, itm_cd, itm_id, ttl_tx, rntr_usr_id, own_usr_id, frm_dt, to_dt, occ_to_dt,
                            prc_am, ccy_cd, sts_cd, crt_ts)
                        SELECT nextval('s_rnt'), 'V', 7, 't', 1, 2, DATE '2026-01-01' + i, DATE '2026-01-02' + i,
                            DATE '2026-01-02' + i, 100, 'EUR', 'A', now() FROM generate_series(1, 4) i""");
                TestDatabase.execute(connection, """
                        INSERT INTO t_idem VALUES
                            (1, 'rent', 'h', 201, '{"id":4,"item":{"type":"vehicle"}}', NULL, '/api/rentals/4', now()),
                            (1, 'back', 'h', 200, '{"id":12,"item":{"type":"room"}}', NULL, NULL, now()),
                            (1, 'top-up', 'h', 201, '{"id":4,"amount":7}', NULL, NULL, now()),
                            (1, 'gone', 'h', 204, NULL, NULL, NULL, now())""");
            }

            flyway("latest");

            try (Connection connection = source("rentwave_legacy").getConnection()) {
                assertThat(column(connection, "SELECT count(*) FROM t_rnt WHERE upd_ts IS NOT NULL"))
                        .isEqualTo("4");
                assertThat(column(connection, "SELECT string_agg(idem_key, ' ' ORDER BY idem_key) FROM t_rnt_idem"))
                        .isEqualTo("back rent");
                assertThat(column(connection, "SELECT string_agg(idem_key, ' ' ORDER BY idem_key) FROM t_idem"))
                        .isEqualTo("gone top-up");
                assertThat(column(connection, "SELECT nextval('s_rnt') || ' ' || nextval('s_rnt')"))
                        .isEqualTo("5 7");
            }
        } finally {
            server.execute("DROP DATABASE " + NAME);
        }
    }

    private static String column(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void extensions() throws SQLException {
        try (Connection connection = source("postgres").getConnection()) {
            TestDatabase.execute(connection, "CREATE EXTENSION pg_trgm");
            TestDatabase.execute(connection, "CREATE EXTENSION btree_gist");
        }
    }

    private void flyway(String target) {
        Flyway.configure()
                .dataSource(source("rentwave_legacy"))
                .locations("classpath:db/sync", "classpath:db/migration")
                .placeholders(Map.of("side", "legacy"))
                .target(target)
                .load()
                .migrate();
    }

    private PGSimpleDataSource source(String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.url().replace("/legacy", "/" + NAME));
        source.setUser(user);
        return source;
    }
}
