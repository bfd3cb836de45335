package com.rentwave.sync;

import static com.rentwave.sync.TestDatabase.run;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The databases of both sides, and what coordinators and writers do to their ownership. */
@ExtendWith(Servers.class)
abstract class WithOwnership {

    static final String WRITE =
            "INSERT INTO t_veh_idem VALUES (1, gen_random_uuid()::text, 'h', 200, NULL, NULL, NULL, now())";
    static final String LOCK = "SELECT pg_advisory_xact_lock(sync.lock_key('vehicles'))";
    static final String FENCE =
            "UPDATE sync.ownership SET owner = 'nobody', epoch = ? WHERE api = 'vehicles' AND epoch = ? - 1";
    static final String SWITCH =
            "UPDATE sync.ownership SET owner = sync.side(), epoch = ? WHERE api = 'vehicles' AND epoch < ?";
    static final String ABORT = "UPDATE sync.ownership SET owner = sync.side(), epoch = ? WHERE api = 'vehicles'";
    static final String NOT_OWNER = "RW001";
    static final String SERIALIZATION = "40001";

    TestDatabase legacy;
    TestDatabase service;

    @BeforeEach
    void databases() throws SQLException {
        TestCluster cluster = TestCluster.start();
        legacy = cluster.database(Side.LEGACY);
        service = cluster.database(Side.SERVICE);
    }

    static int fence(TestDatabase database, long epoch) throws SQLException {
        try (Connection connection = database.coordinator().getConnection()) {
            connection.setAutoCommit(false);
            run(connection, "SET LOCAL synchronous_commit = on");
            run(connection, LOCK);
            int changed = run(connection, FENCE, epoch, epoch);
            run(
                    connection,
                    "SELECT pg_logical_emit_message(true, 'rentwave.barrier', '{\"api\":\"vehicles\",\"id\":\"b\"}')");
            connection.commit();
            return changed;
        }
    }

    void awaitQueue() {
        await("somebody queues for the lock")
                .until(() -> !legacy.column("SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                        .isEmpty());
    }

    static void refused(String sqlState, ThrowingCallable write) {
        assertThatThrownBy(write).isInstanceOf(SQLException.class).hasFieldOrPropertyWithValue("SQLState", sqlState);
    }
}
