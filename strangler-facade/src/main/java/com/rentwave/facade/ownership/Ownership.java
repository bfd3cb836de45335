package com.rentwave.facade.ownership;

/**
 * A row of {@code sync.ownership}.
 *
 * @param owner the word of the side whose database it is, {@code nobody}, or {@code retired}: nobody, for ever
 * @param epoch never goes back
 */
public record Ownership(String owner, long epoch) {

    static final String NOBODY = "nobody";
    static final String RETIRED = "retired";

    /** Whether the database may not write the API's rows. */
    public boolean isNobody() {
        return NOBODY.equals(owner);
    }

    /** Whether the database will never write the API's rows again. */
    public boolean isRetired() {
        return RETIRED.equals(owner);
    }
}
