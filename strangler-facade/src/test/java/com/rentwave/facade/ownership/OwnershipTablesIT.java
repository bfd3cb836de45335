package com.rentwave.facade.ownership;

import static com.rentwave.facade.cutover.TwoSides.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.cutover.StandInStream;
import com.rentwave.facade.cutover.TwoSides;
import com.rentwave.sync.Side;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The fence, the switch and the way back of an abort, on real databases and as the coordinator's own role. */
class OwnershipTablesIT {

    private static final TwoSides SHARED = new TwoSides();

    private final TwoSides sides = SHARED;
    private final SideDatabases databases = sides.databases();
    private final OwnershipTables ownership = new OwnershipTables(databases, Duration.ofMillis(100));
    private final Barriers barriers = new Barriers(databases);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void reset() {
        sides.reset();
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    private FenceOutcome fence(long epoch) throws SQLException {
        return ownership.fence(Side.LEGACY, API, epoch, "b" + epoch);
    }

    @Test
    void aFencedDatabaseRefusesWrites() throws Exception {
        assertThat(fence(1)).isEqualTo(FenceOutcome.FENCED);

        assertThat(sides.ownership(Side.LEGACY)).isEqualTo("nobody 1");
        assertThatThrownBy(() -> sides.write(Side.LEGACY, 1, "late"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("RW001"));
    }

    @Test
    void fencingTwiceIsFencingOnce() throws Exception {
        fence(1);

        assertThat(fence(1)).isEqualTo(FenceOutcome.FENCED);
        assertThat(sides.ownership(Side.LEGACY)).isEqualTo("nobody 1");
    }

    @DisplayName("rule 2: fences only from the epoch before")
    @Test
    void fencesOnlyFromTheEpochBefore() throws Exception {
        assertThat(fence(2)).isEqualTo(FenceOutcome.OVERTAKEN);
        assertThat(sides.ownership(Side.LEGACY)).isEqualTo("legacy 0");
    }

    @DisplayName("rule 4: an abort burns the epoch of a fence that was never seen")
    @Test
    void anAbortBurnsTheEpochOfAFenceThatWasNeverSeen() throws Exception {
        ownership.giveBack(Side.LEGACY, API, 1);

        assertThat(sides.ownership(Side.LEGACY)).isEqualTo("legacy 1");
        assertThat(fence(1)).isEqualTo(FenceOutcome.OVERTAKEN);
        assertThat(sides.ownership(Side.LEGACY)).isEqualTo("legacy 1");
        assertThat(fence(2)).isEqualTo(FenceOutcome.FENCED);
    }

    @Test
    void anAbortUndoesTheFence() throws Exception {
        fence(1);

        ownership.giveBack(Side.LEGACY, API, 1);
        ownership.giveBack(Side.LEGACY, API, 1);

        assertThat(sides.ownership(Side.LEGACY)).isEqualTo("legacy 1");
        sides.write(Side.LEGACY, 1, "on");
    }

    @Test
    void anAbortThatComesLateDoesNotUndoTheNextFence() throws Exception {
        ownership.giveBack(Side.LEGACY, API, 1);
        fence(2);

        ownership.giveBack(Side.LEGACY, API, 1);

        assertThat(sides.ownership(Side.LEGACY)).isEqualTo("nobody 2");
    }

    @DisplayName("rule 2: switches only to an epoch that is new")
    @Test
    void switchesOnlyToAnEpochThatIsNew() throws Exception {
        ownership.switchTo(Side.SERVICE, API, 1);
        ownership.fence(Side.SERVICE, API, 2, "b2");

        ownership.switchTo(Side.SERVICE, API, 1);
        ownership.switchTo(Side.SERVICE, API, 2);

        assertThat(sides.ownership(Side.SERVICE)).isEqualTo("nobody 2");
    }

    @DisplayName("rule 5: lock, ownership and barrier are one transaction, and its commit waits for the disk")
    @Test
    void theFenceCommitsSynchronouslyWhateverTheDefaultIs() throws Exception {
        TwoSides own = new TwoSides();
        OwnershipTables tables = new OwnershipTables(own.databases(), Duration.ofMillis(100));
        JdbcTemplate root = new JdbcTemplate(own.superuser(Side.LEGACY));
        root.execute("CREATE TABLE seen (setting text, locks bigint)");
        root.execute("GRANT INSERT ON seen TO rentwave_coordinator");
        root.execute("""
            CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                INSERT INTO seen SELECT current_setting('synchronous_commit'),
                    (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ExclusiveLock'
                        AND pid = pg_backend_pid());
                RETURN NULL;
            END $$
            """);
        root.execute("CREATE TRIGGER see AFTER UPDATE ON sync.ownership FOR EACH ROW EXECUTE FUNCTION see()");
        root.execute("ALTER ROLE rentwave_coordinator IN DATABASE "
                + root.queryForObject("SELECT current_database()", String.class) + " SET synchronous_commit = off");

        tables.fence(Side.LEGACY, API, 1, "b1");
        tables.giveBack(Side.LEGACY, API, 1);
        tables.switchTo(Side.LEGACY, API, 2);

        assertThat(root.queryForList("SELECT setting FROM seen", String.class)).containsExactly("on", "on", "on");
        assertThat(root.queryForObject("SELECT locks FROM seen LIMIT 1", Long.class))
                .isEqualTo(1);
    }

    @DisplayName("rule 5: no barrier without its fence")
    @Test
    void aFenceThatChangesNothingWritesNoBarrier() throws Exception {
        try (StandInStream stream = new StandInStream(sides, Side.LEGACY)) {
            ownership.giveBack(Side.LEGACY, API, 1);

            ownership.fence(Side.LEGACY, API, 1, "late");
            barriers.emit(Side.LEGACY, API, "behind");

            assertThat(barriers.await(Side.LEGACY, API, "behind", Duration.ofSeconds(30)))
                    .isTrue();
            assertThat(barriers.isApplied(Side.LEGACY, API, "late")).isFalse();
        }
    }

    @Test
    void theBarrierStandsBehindEveryWriteThatWasLetThrough() throws Exception {
        try (StandInStream stream = new StandInStream(sides, Side.LEGACY);
                Connection writer = sides.owner(Side.LEGACY).getConnection()) {
            writer.setAutoCommit(false);
            writer.createStatement().executeUpdate("INSERT INTO t_veh VALUES (1, 'under way')");
            Future<FenceOutcome> fence = threads.submit(() -> {
                FenceOutcome outcome = FenceOutcome.BUSY;
                while (outcome == FenceOutcome.BUSY) {
                    outcome = fence(1);
                }
                return outcome;
            });
            await("the fence queues").until(this::isSomebodyWaitingForTheLock);
            writer.commit();

            assertThat(fence.get()).isEqualTo(FenceOutcome.FENCED);
            assertThat(barriers.await(Side.LEGACY, API, "b1", Duration.ofSeconds(30)))
                    .isTrue();
            assertThat(sides.rows(Side.SERVICE)).isEqualTo("1=under way");
        }
    }

    @Test
    void waitsForTheWritersThatAreThere() throws Exception {
        try (Connection writer = sides.owner(Side.LEGACY).getConnection()) {
            writer.setAutoCommit(false);
            writer.createStatement().executeUpdate("INSERT INTO t_veh VALUES (1, 'there')");

            assertThat(ownership.awaitWriters(Side.LEGACY, API, Duration.ofMillis(50)))
                    .isFalse();
            writer.rollback();
            assertThat(ownership.awaitWriters(Side.LEGACY, API, Duration.ofSeconds(30)))
                    .isTrue();
        }
    }

    /** Each writer begins before the one before it ends, so that there is always one. */
    @Test
    void doesNotWaitForTheWritersThatCome() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        Future<?> relay = threads.submit(() -> {
            try (Connection one = sides.owner(Side.LEGACY).getConnection();
                    Connection other = sides.owner(Side.LEGACY).getConnection()) {
                one.setAutoCommit(false);
                other.setAutoCommit(false);
                Connection next = one;
                for (int id = 1; !enough.get(); id++) {
                    next.createStatement().executeUpdate("INSERT INTO t_veh VALUES (" + id + ", 'relay')");
                    begun.countDown();
                    next = next == one ? other : one;
                    next.rollback();
                }
            }
            return null;
        });
        begun.await();

        assertThat(ownership.awaitWriters(Side.LEGACY, API, Duration.ofSeconds(30)))
                .isTrue();
        enough.set(true);
        relay.get();
    }

    @DisplayName("rule 25: a transaction that keeps the lock cannot stall new writers for longer than the limit")
    @Test
    void theFenceGivesWayWhenATransactionKeepsTheLock() throws Exception {
        try (Connection writer = sides.owner(Side.LEGACY).getConnection()) {
            writer.setAutoCommit(false);
            writer.createStatement().executeUpdate("INSERT INTO t_veh VALUES (1, 'slow')");

            assertThat(fence(1)).isEqualTo(FenceOutcome.BUSY);
            assertThat(ownership.lockHolders(Side.LEGACY, API))
                    .singleElement()
                    .asString()
                    .contains("idle in transaction");
            sides.write(Side.LEGACY, 3, "another writer goes on");
            assertThat(sides.ownership(Side.LEGACY)).isEqualTo("legacy 0");
            writer.rollback();
        }
        assertThat(fence(1)).isEqualTo(FenceOutcome.FENCED);
    }

    @DisplayName("rule 1: a transaction whose snapshot is older than the fence does not get through either")
    @Test
    void aTransactionBegunBeforeTheFenceCannotWriteBehindIt() throws Exception {
        for (int level : List.of(Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE)) {
            TwoSides fresh = new TwoSides();
            OwnershipTables tables = new OwnershipTables(fresh.databases(), Duration.ofMillis(100));
            try (Connection writer = fresh.owner(Side.LEGACY).getConnection()) {
                writer.setTransactionIsolation(level);
                writer.setAutoCommit(false);
                writer.createStatement().executeQuery("SELECT count(*) FROM t_veh");
                tables.fence(Side.LEGACY, API, 1, "b1");

                assertThatThrownBy(() ->
                                writer.createStatement().executeUpdate("INSERT INTO t_veh VALUES (1, 'old snapshot')"))
                        .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState())
                                .isIn("RW001", "40001"));
                writer.rollback();
            }
            assertThat(fresh.rows(Side.LEGACY)).isEmpty();
        }
    }

    @Test
    void theCoordinatorCanChangeOwnersButNoRows() {
        JdbcTemplate coordinator = new JdbcTemplate(sides.coordinator(Side.LEGACY));

        assertThat(coordinator.queryForObject("SELECT count(*) FROM t_veh", Long.class))
                .isZero();
        assertThatThrownBy(() -> coordinator.update("DELETE FROM t_veh")).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> coordinator.update("DELETE FROM sync.ownership"))
                .hasStackTraceContaining("permission denied");
    }

    private boolean isSomebodyWaitingForTheLock() {
        return Boolean.TRUE.equals(new JdbcTemplate(sides.superuser(Side.LEGACY))
                .queryForObject(
                        "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)",
                        Boolean.class));
    }
}
