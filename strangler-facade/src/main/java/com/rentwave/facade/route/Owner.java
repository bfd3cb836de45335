package com.rentwave.facade.route;

import com.rentwave.sync.Side;
import java.util.Optional;

/** Who takes an API's writes: one of the two sides, or nobody while a cutover is in its fence. */
public enum Owner {
    LEGACY(Side.LEGACY),
    SERVICE(Side.SERVICE),
    NOBODY(null);

    private final Side side;

    Owner(Side side) {
        this.side = side;
    }

    public static Owner of(Side side) {
        return side == Side.LEGACY ? LEGACY : SERVICE;
    }

    /** @throws IllegalArgumentException when the word names no owner */
    public static Owner of(String word) {
        return word.equals("nobody") ? NOBODY : of(Side.of(word));
    }

    /** The owning side; empty for nobody. */
    public Optional<Side> side() {
        return Optional.ofNullable(side);
    }

    public boolean is(Side other) {
        return side == other;
    }

    /** The word used in the databases. */
    public String word() {
        return side == null ? "nobody" : side.word();
    }
}
