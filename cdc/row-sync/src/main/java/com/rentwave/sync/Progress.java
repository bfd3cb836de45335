package com.rentwave.sync;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How far a database is, for all who wait for it. They look one at a time, so that a crowd that waits costs no more than
 * one; and whoever applies rows in this process tells them, so that mostly nobody has to look. What a database had a moment
 * ago it still has.
 */
final class Progress {

    /** Sooner no server comes back from a crash, in which what was applied last may have been lost. */
    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(3);

    /** While somebody in this process applies rows only an owner's change, and another process, could be missed. */
    private static final long PAUSE_WHEN_TOLD_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final long STILL_TOLD_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Asks the database. */
    interface Source {

        Look look() throws SQLException;
    }

    private final Source source;
    private final Lock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();
    private Look last;
    private long lastAt;
    private boolean isLooking;
    private Position applied;
    private long appliedAt;

    Progress(Source source) {
        this.source = source;
    }

    /** A look of now. */
    Look look() throws SQLException {
        long at = System.nanoTime();
        Look look = source.look();
        saw(look, at);
        return look;
    }

    /** Somebody has looked. */
    void saw(Look look, long at) {
        lock.lock();
        try {
            if (last == null || at - lastAt > 0) {
                last = look;
                lastAt = at;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Rows up to a position were committed. */
    void applied(Position position) {
        lock.lock();
        try {
            applied = position;
            appliedAt = System.nanoTime();
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the position is there, within the time. */
    boolean await(Position wanted, Duration longest) throws SQLException {
        long end = System.nanoTime() + longest.toNanos();
        if (isKnown(wanted)) {
            return true;
        }
        Look look = look();
        while (!look.has(wanted)) {
            if (look.neverHas(wanted) || System.nanoTime() - end >= 0) {
                return false;
            }
            try {
                if (isTold(wanted, end)) {
                    return true;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            look = lookForAll();
        }
        return true;
    }

    private boolean isKnown(Position wanted) {
        lock.lock();
        try {
            long now = System.nanoTime();
            return last != null && now - lastAt < MOMENT_NANOS && last.has(wanted)
                    || applied != null && now - appliedAt < MOMENT_NANOS && Look.covers(applied, wanted);
        } finally {
            lock.unlock();
        }
    }

    /** Rests until it is time to look; true when it was told before that the position is there. */
    private boolean isTold(Position wanted, long end) throws InterruptedException {
        lock.lock();
        try {
            long now = System.nanoTime();
            long left = Math.min(pause(now), end - now);
            while (left > 0) {
                left = told.awaitNanos(left);
                if (applied != null && Look.covers(applied, wanted)) {
                    return true;
                }
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private long pause(long now) {
        return applied != null && now - appliedAt < STILL_TOLD_NANOS ? PAUSE_WHEN_TOLD_NANOS : PAUSE_NANOS;
    }

    /** The last look while it is young or somebody else is looking, a look of now otherwise. */
    private Look lookForAll() throws SQLException {
        lock.lock();
        try {
            long now = System.nanoTime();
            if (isLooking || now - lastAt < pause(now)) {
                return last;
            }
            isLooking = true;
        } finally {
            lock.unlock();
        }
        try {
            return look();
        } finally {
            lock.lock();
            isLooking = false;
            lock.unlock();
        }
    }
}
