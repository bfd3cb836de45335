package com.rentwave.legacy.idempotency;

import java.util.Optional;

/** Where a write belongs: which keys it shares, and whether a migration decides who may make it. */
public enum Scope {
    /** The vehicles API: guarded, its keys move along with its rows. */
    VEHICLES("vehicles", "t_veh_idem"),
    /** The rentals API, likewise. */
    RENTALS("rentals", "t_rnt_idem"),
    /** Everything that stays in the monolith. */
    LEGACY(null, "t_idem");

    private final String api;
    private final String table;

    Scope(String api, String table) {
        this.api = api;
        this.table = table;
    }

    /** The API that may be owned elsewhere; empty for what stays. */
    Optional<String> api() {
        return Optional.ofNullable(api);
    }

    String table() {
        return table;
    }
}
