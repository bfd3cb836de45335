package com.rentwave.cdc.reconcile;

import java.util.Collection;

/**
 * Which keys there are, told by little. Two sides with the same keys have the same sum.
 *
 * @param keys how many
 * @param hash their hashes, exclusively or-ed
 */
record KeySum(long keys, long hash) {

    static final KeySum NONE = new KeySum(0, 0);

    KeySum plus(KeySum others) {
        return new KeySum(keys + others.keys, hash ^ others.hash);
    }

    KeySum plus(Collection<Long> hashes) {
        long all = hash;
        for (long one : hashes) {
            all ^= one;
        }
        return new KeySum(keys + hashes.size(), all);
    }
}
