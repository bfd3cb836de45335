package com.rentwave.sync;

import java.sql.SQLException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Looks at a database once for all who want to at the same time. Whoever comes while nobody looks looks at once. Those who
 * come meanwhile share the next look, which begins when all of them are there: the one under way may not see what they have
 * seen.
 */
final class SharedLook implements Progress.Source {

    private final Progress.Source source;
    private final Lock lock = new ReentrantLock();
    private boolean isLooking;
    private Round next;

    SharedLook(Progress.Source source) {
        this.source = source;
    }

    /** A look, and those who want it. */
    private final class Round {

        private final Condition told = lock.newCondition();
        private boolean wantsSomebodyToLook;
        private boolean isOver;
        private Look seen;
        private SQLException failure;
        private RuntimeException broken;

        private void look() {
            try {
                seen = source.look();
            } catch (SQLException e) {
                failure = e;
            } catch (RuntimeException e) {
                broken = e;
            }
        }

        private Look result() throws SQLException {
            if (failure != null) {
                throw failure;
            }
            if (broken != null) {
                throw broken;
            }
            if (seen == null) {
                throw new SQLException("whoever looked at the database for all did not come to an end");
            }
            return seen;
        }
    }

    @Override
    public Look look() throws SQLException {
        Round round = join();
        if (!round.isOver) {
            try {
                round.look();
            } finally {
                end(round);
            }
        }
        return round.result();
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
            while (!round.isOver && !round.wantsSomebodyToLook) {
                round.told.awaitUninterruptibly();
            }
            if (round.wantsSomebodyToLook) {
                round.wantsSomebodyToLook = false;
                next = null;
            }
            return round;
        } finally {
            lock.unlock();
        }
    }

    private void end(Round round) {
        lock.lock();
        try {
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
