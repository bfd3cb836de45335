package com.rentwave.contracts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Mistakes that a new version of a publisher could make in the rows of rentals. */
final class RentalRowMutations {

    private RentalRowMutations() {}

    static Map<String, UnaryOperator<String>> all() {
        Map<String, UnaryOperator<String>> all = new LinkedHashMap<>();
        legacy(all);
        service(all);
        return all;
    }

    private static void legacy(Map<String, UnaryOperator<String>> all) {
        all.put("legacy rentals: a column is renamed", Spoilt.renamed("rntr_usr_id", "usr_id"));
        all.put("legacy rentals: a column is dropped", Spoilt.removed("occ_to_dt"));
        all.put("legacy rentals: another code", Spoilt.text("itm_cd", code -> code.replace("V", "VE")));
        all.put("legacy rentals: a state is a word", Spoilt.text("sts_cd", code -> code.replace("C", "CANCELLED")));
        all.put("legacy rentals: days are times", Spoilt.text("frm_dt", day -> day + "T00:00:00"));
        all.put("legacy rentals: cancelled days stay taken", Spoilt.field("occ_to_dt", (row, old) -> {
            if (row.path("sts_cd").asText().equals("C")) {
                row.set("occ_to_dt", row.get("to_dt"));
            }
        }));
        all.put("legacy rentals: nobody knows when it came back", Spoilt.nulled("ret_ts"));
        all.put("legacy rentals: nobody knows when it was cancelled", Spoilt.removed("can_ts"));
        all.put(
                "legacy rentals: days late are not counted",
                Spoilt.field("late_dd", (row, old) -> row.put("late_dd", 0)));
        all.put("legacy rentals: fees are strings", Spoilt.asString("fee_am"));
        all.put("legacy rentals: the row of a day late is left out", without("t_rnt_late"));
        all.put("legacy rentals: kept answers are left out", without("t_rnt_idem"));
    }

    private static void service(Map<String, UnaryOperator<String>> all) {
        all.put("service rentals: a column is renamed", Spoilt.renamed("renter_id", "user_id"));
        all.put("service rentals: a column is dropped", Spoilt.removed("occupied_to"));
        all.put(
                "service rentals: kinds of things are in lower case",
                Spoilt.text("item_type", type -> type.toLowerCase(Locale.ROOT)));
        all.put("service rentals: a state is a code", Spoilt.text("status", word -> word.substring(0, 1)));
        all.put("service rentals: days are times", Spoilt.text("to_date", day -> day + "T00:00:00Z"));
        all.put("service rentals: times without a zone", Spoilt.text("returned_at", time -> time.replace("Z", "")));
        all.put("service rentals: nobody knows when it was cancelled", Spoilt.nulled("cancelled_at"));
        all.put(
                "service rentals: fees are not added up",
                Spoilt.field("late_fees", (row, old) -> row.put("late_fees", 0)));
        all.put("service rentals: the row of a day late is left out", without("rental_late"));
        all.put("service rentals: kept answers are left out", without("rental_idempotency"));
    }

    private static UnaryOperator<String> without(String table) {
        return Spoilt.field("changes", (record, changes) -> {
            ArrayNode left = record.putArray("changes");
            changes.forEach(change -> {
                if (!change.path("table").asText().equals(table)) {
                    left.add(change);
                }
            });
        });
    }
}
