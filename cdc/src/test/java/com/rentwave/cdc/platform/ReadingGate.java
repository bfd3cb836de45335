package com.rentwave.cdc.platform;

import com.rentwave.sync.Side;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * A row of the legacy vehicles that the capture's role cannot read before the gate is opened: a policy of the table waits for
 * a lock that the gate holds. Reading it again later waits for nobody.
 */
public final class ReadingGate implements AutoCloseable {

    private static final int LOCK = 4_711;

    private final TestPostgres postgres;
    private final Connection holder;

    /** @param vehicle the row that is not read */
    public ReadingGate(TestPostgres postgres, long vehicle) throws SQLException {
        this.postgres = postgres;
        this.holder = postgres.superuser(Side.LEGACY).getConnection();
        try (Statement statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
            statement.execute(
                    "CREATE POLICY reading_gate ON t_veh FOR SELECT TO rentwave_cdc USING (CASE WHEN veh_id = "
                            + vehicle + " THEN pg_advisory_xact_lock_shared(" + LOCK + ") IS NOT NULL ELSE true END)");
            statement.execute("ALTER TABLE t_veh ENABLE ROW LEVEL SECURITY");
        }
    }

    /** Waits until somebody stands before the gate. */
    public void awaitReader() {
        Awaitility.await("somebody reads the row")
                .atMost(Duration.ofSeconds(60))
                .until(() -> !postgres.column(
                                Side.LEGACY,
                                "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = " + LOCK
                                        + " AND NOT granted")
                        .isEmpty());
    }

    /** Opens it. */
    @Override
    public void close() throws SQLException {
        holder.close();
    }
}
