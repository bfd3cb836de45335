package com.rentwave.cdc.reconcile;

import java.time.Instant;
import java.util.List;

/**
 * The result of comparing both sides of an API.
 *
 * @param compared rows looked at, each key once
 * @param differences the first {@value Reconciliation#MOST_DIFFERENCES} rows that stayed different in a second look
 * @param clean true when there is no difference
 * @param startedAt every change committed before this instant took part
 * @param provenAt when present, rows that were not looked at were equal then and have not been written since
 * @param expiringProvenAt when present, that holds of rows that expire only as far as they say themselves when they were
 *     written; then all of them were looked at
 */
public record Comparison(
        long compared,
        List<Difference> differences,
        boolean clean,
        Instant startedAt,
        Instant provenAt,
        Instant expiringProvenAt) {}
