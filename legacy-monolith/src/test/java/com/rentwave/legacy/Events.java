package com.rentwave.legacy;

import java.util.List;

/** What the monolith tells the world, as it stands in the outbox. */
final class Events {

    private Events() {}

    /** The data of a thing's events of one type, in their order. */
    static List<String> data(String type, String aggregate, long id) {
        return RunningMonolith.get()
                .database()
                .column(
                        "SELECT dat_tx FROM t_outbx WHERE typ_cd = ? AND agg_cd = ? AND agg_id = ? ORDER BY crt_ts, ctid",
                        type,
                        aggregate,
                        Long.toString(id));
    }

    /** The types of a thing's events, in their order. */
    static List<String> types(String aggregate, long id) {
        return RunningMonolith.get()
                .database()
                .column(
                        "SELECT typ_cd FROM t_outbx WHERE agg_cd = ? AND agg_id = ? ORDER BY crt_ts, ctid",
                        aggregate,
                        Long.toString(id));
    }
}
