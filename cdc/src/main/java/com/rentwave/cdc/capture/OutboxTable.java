package com.rentwave.cdc.capture;

/**
 * A table of domain events, by its columns.
 *
 * @param time when it happened
 * @param now the present in the form of that column
 * @param data one JSON object
 */
public record OutboxTable(
        String name,
        String id,
        String aggregateType,
        String aggregateId,
        String type,
        String actor,
        String trace,
        String time,
        String now,
        String data) {

    /** The monolith's, with times in UTC. */
    public static final OutboxTable LEGACY = new OutboxTable(
            "t_outbx",
            "evt_id",
            "agg_cd",
            "agg_id",
            "typ_cd",
            "act_usr_id",
            "trc_tx",
            "crt_ts",
            "now() AT TIME ZONE 'UTC'",
            "dat_tx");
    /** Every service's. */
    public static final OutboxTable SERVICE = new OutboxTable(
            "outbox", "id", "aggregate_type", "aggregate_id", "type", "actor", "trace", "created_at", "now()", "data");
}
