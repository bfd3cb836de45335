package com.rentwave.facade.ownership;

/**
 * A row of {@code sync.ownership}.
 *
 * @param owner the word of the side whose database it is, or {@code nobody}
 * @param epoch never goes back
 */
public record Ownership(String owner, long epoch) {

    static final String NOBODY = "nobody";

    /** Whether the database may not write the API's rows. */
    public boolean isNobody() {
        return NOBODY.equals(owner);
    }
}
