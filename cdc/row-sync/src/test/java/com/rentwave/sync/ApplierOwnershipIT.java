package com.rentwave.sync;

import static com.rentwave.sync.SourceSide.insert;
import static com.rentwave.sync.TestDatabase.run;
import static com.rentwave.sync.TestRows.legacyVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.sync.ApplierStatus.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An applier writes only where somebody else owns, and only rows that are not of an epoch that has passed. */
class ApplierOwnershipIT extends WithAppliers {

    @DisplayName("rule 9: rows of an epoch that has passed are refused")
    @Test
    void rowsOfAnEpochThatHasPassedAreRefused() throws SQLException {
        service.own("nobody", 2);
        Applier applier = start();
        source.atEpoch(1).commit(insert(legacyVehicle(1)));

        fails(applier, "offset 0: rows of epoch 1 arrived late: this side is at epoch 2");
        assertThat(offset()).isZero();

        service.own("nobody", 1);
        await("goes on by itself").atMost(LONG).until(() -> applier.status().state() == State.RUNNING);
        holds(legacyVehicle(1));
    }

    /** After an aborted cutover the old owner is an epoch ahead; its rows are still good. */
    @Test
    void rowsOfAnEpochThisSideHasNotHeardOfAreApplied() throws SQLException {
        Applier applier = start();

        reaches(applier, source.atEpoch(5).commit(insert(legacyVehicle(1))));

        holds(legacyVehicle(1));
    }

    @DisplayName("rules 2 and 9: rows are refused when this side owns")
    @Test
    void rowsAreRefusedWhenThisSideOwns() throws SQLException {
        service.own("service", 1);
        Applier applier = start();
        source.atEpoch(1).commit(insert(legacyVehicle(1)));

        fails(applier, "this side owns vehicles");
        assertThat(service.text("SELECT count(*) FROM vehicle")).isEqualTo("0");
        assertThat(offset()).isZero();
    }

    @DisplayName("rule 2: nor may a first copy wipe what the owner has")
    @Test
    void aFirstCopyIsRefusedWhenThisSideOwns() throws SQLException {
        Applier applier = start();
        reaches(applier, source.commit(insert(legacyVehicle(1))));
        service.own("service", 1);

        source.atEpoch(1).snapshotBegin();

        fails(applier, "this side owns vehicles");
        holds(legacyVehicle(1));
    }

    @Test
    void waitsForTheFenceLikeEveryWriter() throws SQLException {
        Applier applier = start();
        reaches(applier, source.commit(insert(legacyVehicle(1))));
        try (Connection fence = service.coordinator().getConnection()) {
            fence.setAutoCommit(false);
            run(fence, "SELECT pg_advisory_xact_lock(sync.lock_key('vehicles'))");
            source.commit(insert(legacyVehicle(3)));
            await("applier queues").atMost(LONG).until(() -> !service.column(
                            "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                                    + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                    .isEmpty());
            run(fence, "UPDATE sync.ownership SET owner = 'service', epoch = 1");
            fence.commit();
        }

        fails(applier, "this side owns vehicles");
        holds(legacyVehicle(1));
    }

    @Test
    void refusesTheDatabaseOfTheWrongSide() throws SQLException {
        TestDatabase legacy = TestCluster.start().database(Side.LEGACY);
        Applier applier = new Applier(settings, mapping, legacy.applier(), Clock.systemUTC());
        appliers.add(applier);
        applier.start();

        await().atMost(LONG)
                .until(() -> String.valueOf(applier.status().reason()).contains("is the legacy side"));
    }
}
