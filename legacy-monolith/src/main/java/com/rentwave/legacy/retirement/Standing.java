package com.rentwave.legacy.retirement;

/** What the monolith is to an API, as its database says. */
enum Standing {
    /** Its rows are written here. */
    OWNER,
    /** Another side writes them, or nobody does for a moment. What is answered here is read from a copy, or refused. */
    COPY,
    /** For ever as COPY; the component is off. */
    RETIRED;

    /** @param owner the word in {@code sync.ownership} */
    static Standing of(String owner) {
        return switch (owner) {
            case "legacy" -> OWNER;
            case "retired" -> RETIRED;
            default -> COPY;
        };
    }
}
