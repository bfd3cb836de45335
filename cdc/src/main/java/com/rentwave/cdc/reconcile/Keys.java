package com.rentwave.cdc.reconcile;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares which rows there are on both sides, by the sums of their keys. Keys that are suspected to be on one side only are
 * told from those that are, and counted in. Only where the sums differ even so they are asked for in {@value #SHARES} shares,
 * and the keys themselves of the shares that differ. So little is read when the two were looked at in different moments of a
 * table that is being written.
 */
final class Keys {

    static final int SHARES = 256;

    private final Snapshot legacy;
    private final Snapshot service;

    Keys(Snapshot legacy, Snapshot service) {
        this.legacy = legacy;
        this.service = service;
    }

    /** The keys that only one side has; that may be because the other is a moment behind. */
    Set<List<Object>> onOneSide(Collection<List<Object>> suspected) throws SQLException {
        Map<List<Object>, Long> onlyLegacy = legacy.hashes(suspected);
        Map<List<Object>, Long> onlyService = service.hashes(suspected);
        Set<List<Object>> both = new HashSet<>(onlyLegacy.keySet());
        both.retainAll(onlyService.keySet());
        onlyLegacy.keySet().removeAll(both);
        onlyService.keySet().removeAll(both);
        Set<List<Object>> one = new HashSet<>(onlyLegacy.keySet());
        one.addAll(onlyService.keySet());
        KeySum all = legacy.sum().plus(onlyService.values());
        if (!all.equals(service.sum().plus(onlyLegacy.values()))) {
            one.addAll(inSharesThatDiffer(onlyLegacy.values(), onlyService.values()));
        }
        return one;
    }

    private Set<List<Object>> inSharesThatDiffer(Collection<Long> onlyLegacy, Collection<Long> onlyService)
            throws SQLException {
        Map<Integer, KeySum> legacySums = legacy.sums();
        Map<Integer, KeySum> serviceSums = service.sums();
        Set<Integer> shares = new HashSet<>();
        for (int share = 0; share < SHARES; share++) {
            KeySum left = legacySums.getOrDefault(share, KeySum.NONE).plus(in(share, onlyService));
            KeySum right = serviceSums.getOrDefault(share, KeySum.NONE).plus(in(share, onlyLegacy));
            if (!left.equals(right)) {
                shares.add(share);
            }
        }
        Set<List<Object>> one = new HashSet<>(service.keys(shares));
        for (List<Object> key : legacy.keys(shares)) {
            if (!one.remove(key)) {
                one.add(key);
            }
        }
        return one;
    }

    private static List<Long> in(int share, Collection<Long> hashes) {
        return hashes.stream().filter(hash -> (hash & (SHARES - 1)) == share).toList();
    }
}
