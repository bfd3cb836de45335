package com.rentwave.sync;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Looks at a database once for all who want to at the same time. Whoever comes while nobody looks looks at once. Those who
 * come meanwhile share the next look, which begins when all of them are there: the one under way may not see what they have
 * seen. Nobody shares a failure, nor waits for long for somebody who does not come back.
 */
final class SharedLook implements Progress.Source {

    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Progress.Source source;
    private final Lock lock = new ReentrantLock();
    private boolean isLooking;
    private Round next;

    SharedLook(Progress.Source source) {
        this.source = source;
    }

    /** Those who share a look. */
    private final class Round {

        private final Condition told = lock.newCondition();
        private boolean wantsSomebodyToLook;
        private boolean isOver;
        private Look seen;
    }

    @Override
    public Look look() throws SQLException {
        Round round = join();
        if (!round.isOver) {
            return lookFor(round);
        }
        return round.seen == null ? source.look() : round.seen;
    }

    private Look lookFor(Round round) throws SQLException {
        Look seen = null;
        try {
            seen = source.look();
            return seen;
        } finally {
            end(round, seen);
        }
    }

    /** A round that is over, or one that the caller has to look for. */
    private Round join() {
        lock.lock();
        try {
            if (!isLooking) {
                isLooking = true;
                return new Round();
            }
            if (next == null) {
                next = new Round();
            }
            Round round = next;
            awaitTurn(round);
            if (!round.isOver) {
                round.wantsSomebodyToLook = false;
                next = round == next ? null : next;
            }
            return round;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the round is over or wants somebody to look, or for as long as anybody waits for that. */
    private static void awaitTurn(Round round) {
        long left = LONGEST_WAIT_NANOS;
        try {
            while (!round.isOver && !round.wantsSomebodyToLook && left > 0) {
                left = round.told.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(Round round, Look seen) {
        lock.lock();
        try {
            round.seen = seen;
            round.isOver = true;
            round.told.signalAll();
            if (next == null) {
                isLooking = false;
            } else {
                next.wantsSomebodyToLook = true;
                next.told.signal();
            }
        } finally {
            lock.unlock();
        }
    }
}
