package com.rentwave.sync;

/**
 * One look at a database: who owns an API there and how far it is.
 *
 * @param owns whether this database owns the API
 * @param own the end of its own log, with its own epoch
 * @param applied how far it has applied the other side
 * @param applies whether it has ever applied anything
 */
record Look(boolean owns, Position own, Position applied, boolean applies) {

    Position current() {
        boolean lastOwner = applies && own.epoch() > applied.epoch();
        return owns || lastOwner ? own : applied;
    }

    /** Once true it stays true for as long as the database is the same. */
    boolean has(Position wanted) {
        if (wanted.side() == own.side()) {
            return sameLog(wanted, own);
        }
        // What the other side had at an earlier epoch was drained before this epoch began. An owner has also what
        // the other side had at the very epoch in which it became the owner.
        if (wanted.epoch() < own.epoch() || owns && wanted.epoch() == own.epoch()) {
            return true;
        }
        return covers(applied, wanted);
    }

    boolean neverHas(Position wanted) {
        return wanted.side() == own.side();
    }

    /** Whether whoever has applied up to one position of a log has what was wanted. */
    static boolean covers(Position applied, Position wanted) {
        return applied.side() == wanted.side()
                && sameLog(wanted, applied)
                && applied.lsn().isAtLeast(wanted.lsn());
    }

    private static boolean sameLog(Position a, Position b) {
        return a.systemId().equals(b.systemId()) && a.timeline() == b.timeline();
    }
}
