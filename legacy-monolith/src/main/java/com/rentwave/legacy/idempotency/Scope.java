package com.rentwave.legacy.idempotency;

/** Where a write belongs: which keys it shares, and whether a migration decides who may make it. */
public enum Scope {
    /** The vehicles API: guarded, its keys move along with its rows. */
    VEHICLES("t_veh_idem", true),
    /** Everything that stays in the monolith. */
    LEGACY("t_idem", false);

    private final String table;
    private final boolean guarded;

    Scope(String table, boolean guarded) {
        this.table = table;
        this.guarded = guarded;
    }

    String table() {
        return table;
    }

    boolean guarded() {
        return guarded;
    }
}
