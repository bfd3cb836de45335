package com.rentwave.cdc.reconcile;

import com.rentwave.sync.ApiMapping;
import com.rentwave.sync.TableMapping;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the rows of an API on both sides while traffic runs. A row that differs at first is looked at again: its row on
 * the owner's side is read, then a barrier is sent through the stream, then the other side's row is read. If that is not
 * the owner's row, and the owner's has not changed meanwhile, the difference is real.
 */
public final class Reconciliation {

    static final int MOST_DIFFERENCES = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final int LOOKS = 20;
    private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** A row may say that it is from a little before a comparison that did not see it: clocks differ, and writes take time. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final ApiMapping mapping;
    private final Sides sides;
    private final Duration expiringEvery;
    private final Clock clock;

    /** One comparison at a time. */
    private final ReentrantLock turn = new ReentrantLock();

    private final Leisure leisure = new Leisure(() -> !turn.hasQueuedThreads());

    /** Of all rows. */
    private Proof proof;

    /** Of rows that expire: when all of them were looked at last. */
    private Proof expiring;

    /** @param expiringEvery how often a proof looks at all rows of tables whose rows expire, at most */
    public Reconciliation(ApiMapping mapping, Sides sides, Duration expiringEvery, Clock clock) {
        this.mapping = mapping;
        this.sides = sides;
        this.expiringEvery = expiringEvery;
        this.clock = clock;
    }

    /** How a table is looked at first. */
    private interface Look {
        void at(TableMapping table, FirstLook look) throws SQLException;
    }

    /**
     * Compares all rows.
     *
     * @throws BarrierException when the stream does not deliver
     */
    public Comparison all() throws SQLException, BarrierException {
        turn.lock();
        try (Connections connections = sides.open(mapping.api())) {
            return all(connections, Proof.begun(connections, clock.instant()));
        } finally {
            turn.unlock();
        }
    }

    /**
     * Proves that all rows are equal, now. When they were a while ago and the databases have lived on since, only the rows are
     * compared that were written since, on either side and by whomever, and which rows there are; otherwise all.
     *
     * <p>Rows that expire are written once and are many: a day's kept answers. Unless all of them were looked at long ago, only
     * those are compared that say that they were written since the last proof; one that is lost on the way is among them.
     *
     * @throws BarrierException when the stream does not deliver
     */
    public Comparison prove() throws SQLException, BarrierException {
        turn.lock();
        try (Connections connections = sides.open(mapping.api())) {
            Proof begun = Proof.begun(connections, clock.instant());
            Proof before = proof;
            if (before == null || !before.holdsAt(begun)) {
                return all(connections, begun);
            }
            Proof kept = begun.at().isBefore(expiring.at().plus(expiringEvery)) ? expiring : null;
            Comparison found = compare(
                    connections,
                    begun.at(),
                    before.at(),
                    kept == null ? null : kept.at(),
                    (table, look) -> prove(table, look, before, kept));
            keep(connections, begun, kept == null ? begun : kept, found);
            return found;
        } finally {
            turn.unlock();
        }
    }

    /** @param kept the proof of rows that expire which still holds; null for none */
    private void prove(TableMapping table, FirstLook look, Proof before, Proof kept) throws SQLException {
        if (!table.expiring()) {
            look.writtenSince(table, before, leisure);
        } else if (kept == null) {
            look.writtenSince(table, expiring, leisure);
        } else {
            look.changedSince(table, before.at().minus(MARGIN));
        }
    }

    /**
     * Compares the rows that say that they were last written then or later, and which rows there are where any may be
     * deleted.
     *
     * @throws BarrierException when the stream does not deliver
     */
    public Comparison changedSince(Instant since) throws SQLException, BarrierException {
        turn.lock();
        try (Connections connections = sides.open(mapping.api())) {
            return compare(connections, clock.instant(), null, null, (table, look) -> look.changedSince(table, since));
        } finally {
            turn.unlock();
        }
    }

    private Comparison all(Connections connections, Proof begun) throws SQLException, BarrierException {
        Comparison found = compare(connections, begun.at(), null, null, (table, look) -> look.all(table));
        keep(connections, begun, begun, found);
        return found;
    }

    private void keep(Connections connections, Proof begun, Proof ofExpiring, Comparison found) throws SQLException {
        proof = null;
        if (found.clean()) {
            Proof.makeDurable(connections);
            proof = begun;
            expiring = ofExpiring;
        }
    }

    private Comparison compare(
            Connections connections, Instant startedAt, Instant provenAt, Instant expiringProvenAt, Look how)
            throws SQLException, BarrierException {
        long begun = System.nanoTime();
        FirstLook look = new FirstLook(connections);
        for (TableMapping table : mapping.tables()) {
            how.at(table, look);
        }
        List<Suspect> suspects = look.suspects();
        int suspected = suspects.size();
        long looked = System.nanoTime();
        List<Suspect> differences = lookAgain(connections, suspects);
        tellWhenSlow(look.compared(), suspected, looked - begun, System.nanoTime() - looked);
        List<Difference> shown = new ArrayList<>();
        for (Suspect suspect : differences.subList(0, Math.min(differences.size(), MOST_DIFFERENCES))) {
            shown.add(suspect.shown(connections));
        }
        return new Comparison(look.compared(), shown, differences.isEmpty(), startedAt, provenAt, expiringProvenAt);
    }

    private void tellWhenSlow(long compared, int suspected, long firstNanos, long againNanos) {
        if (firstNanos + againNanos > SLOW_NANOS) {
            LOG.info(
                    "{}: {} rows compared in {} ms, {} of them looked at again in {} ms",
                    mapping.api(),
                    compared,
                    TimeUnit.NANOSECONDS.toMillis(firstNanos),
                    suspected,
                    TimeUnit.NANOSECONDS.toMillis(againNanos));
        }
    }

    private List<Suspect> lookAgain(Connections connections, List<Suspect> open) throws SQLException, BarrierException {
        List<Suspect> real = new ArrayList<>();
        Barrier barrier = new Barrier(mapping.api(), connections);
        for (int look = 0; look < LOOKS && !open.isEmpty(); look++) {
            for (Suspect suspect : open) {
                suspect.expect(connections);
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
}
