package com.rentwave.cli;

import java.util.Optional;

/** The phases of an API in their order, as they are typed; a shell completes them. */
enum PhaseName {
    LEGACY,
    SYNCED,
    SHADOW,
    CANARY,
    READS,
    OWNED,
    RETIRED;

    /** The phase after the one of that name; empty after the last one, and when there is none of that name. */
    static Optional<PhaseName> after(String phase) {
        for (PhaseName one : values()) {
            if (one.name().equals(phase) && one != RETIRED) {
                return Optional.of(values()[one.ordinal() + 1]);
            }
        }
        return Optional.empty();
    }
}
