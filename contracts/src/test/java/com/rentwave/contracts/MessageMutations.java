package com.rentwave.contracts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Mistakes that a new version of a publisher could make in its messages. */
final class MessageMutations {

    private MessageMutations() {}

    /** @param vehiclesAreRetired whether the monolith publishes no rows of vehicles */
    static Map<String, UnaryOperator<String>> all(boolean vehiclesAreRetired) {
        Map<String, UnaryOperator<String>> all = new LinkedHashMap<>();
        records(all);
        if (!vehiclesAreRetired) {
            legacyRows(all);
        }
        serviceRows(all);
        all.putAll(RentalRowMutations.all());
        events(all);
        rentals(all);
        return all;
    }

    private static void records(Map<String, UnaryOperator<String>> all) {
        all.put("rows: kinds are in lower case", Spoilt.text("kind", kind -> kind.toLowerCase(Locale.ROOT)));
        all.put("rows: the epoch is a string", Spoilt.asString("epoch"));
        all.put("rows: the position is left out", Spoilt.removed("lsn"));
        all.put("rows: the system id is a number", Spoilt.field("systemId", (o, old) -> o.put("systemId", 1L)));
        all.put("rows: another name of the side", Spoilt.text("side", side -> "the-" + side));
        all.put("rows: no mark on the last part", Spoilt.removed("last"));
        all.put("rows: inserts are creates", Spoilt.text("op", op -> op.replace("INSERT", "CREATE")));
        all.put("rows: removals are tombstones", Spoilt.text("op", op -> op.replace("DELETE", "TOMBSTONE")));
        all.put("rows: a barrier without its id", Spoilt.field("barrier", (o, old) -> {
            if (old.isTextual()) {
                o.remove("barrier");
            }
        }));
        all.put("rows: one record has only one row", Spoilt.field("changes", (o, old) -> {
            if (old.size() > 1) {
                ((ArrayNode) old).remove(old.size() - 1);
            }
        }));
        all.put("rows: no rows of a removal", Spoilt.field("row", (o, old) -> {
            if (o.path("op").asText().equals("DELETE")) {
                o.putNull("row");
            }
        }));
    }

    private static void legacyRows(Map<String, UnaryOperator<String>> all) {
        all.put("legacy rows: a column is renamed", Spoilt.renamed("mk_nm", "make_nm"));
        all.put("legacy rows: a column is dropped", Spoilt.removed("drv_cd"));
        all.put("legacy rows: another code", Spoilt.text("sz_cd", code -> code.replace("WG", "WAGON")));
        all.put(
                "legacy rows: flags are booleans",
                Spoilt.field("avl_fl", (o, old) -> o.put("avl_fl", old.asText().equals("Y"))));
        all.put("legacy rows: numbers are strings", Spoilt.asString("veh_id"));
        all.put(
                "legacy rows: times are numbers",
                Spoilt.field("crt_ts", (o, old) -> o.put("crt_ts", 1795165200123456L)));
    }

    private static void serviceRows(Map<String, UnaryOperator<String>> all) {
        all.put("service rows: a column is renamed", Spoilt.renamed("model_year", "year"));
        all.put("service rows: JSON is an object", Spoilt.field("attributes", (o, old) -> o.putObject("attributes")
                .put("colour", "red")
                .put("tow bar", "yes")));
        all.put("service rows: times without a zone", Spoilt.text("created_at", time -> time.replace("Z", "")));
        all.put(
                "service rows: an old version",
                Spoilt.field("version", (o, old) -> o.put("version", old.asLong() - 1)));
    }

    private static void events(Map<String, UnaryOperator<String>> all) {
        all.put("events: an event has no time", Spoilt.removed("time"));
        all.put("events: an event has no source", Spoilt.removed("source"));
        all.put("events: an event has no trace at all", Spoilt.removed("trace"));
        all.put("events: the actor is a string", Spoilt.asString("actor"));
        all.put("events: another type", Spoilt.text("type", type -> type.replace("vehicle.add", "vehicle.created")));
        all.put("events: the aggregate's id is a number", Spoilt.field("aggregate", (o, old) -> o.putObject("aggregate")
                .put("type", "vehicle")
                .put("id", old.path("id").asLong())));
        all.put("events: the title is left out", Spoilt.removed("title"));
        all.put("events: the owner is called user", Spoilt.renamed("ownerId", "userId"));
        all.put("events: data are a string", Spoilt.field("data", (o, old) -> o.put("data", old.toString())));
        all.put("events: a price in whole units", Spoilt.field("data", (o, old) -> ((ObjectNode) old)
                .put("pricePerDay", old.path("pricePerDay").asLong() / 100)));
        all.put("events: a removed vehicle is available", Spoilt.field("data", (o, old) -> {
            if (old.path("change").asText().equals("delete")) {
                ((ObjectNode) old).put("available", true);
            }
        }));
    }

    private static void rentals(Map<String, UnaryOperator<String>> all) {
        all.put("events: a renter is called user", Spoilt.renamed("renterId", "userId"));
        all.put("events: a rental does not say what", Spoilt.removed("item"));
        all.put("events: days are times", Spoilt.text("from", day -> day + "T00:00:00Z"));
        all.put(
                "events: another word for a cancellation",
                Spoilt.text("type", type -> type.replace("rent.cancel", "rent.cancelled")));
        all.put("events: rent is no movement", Spoilt.text("kind", kind -> kind.replace("RENT", "PAYMENT")));
        all.put(
                "events: another word for a day late",
                Spoilt.text("type", type -> type.replace("rent.late", "rent.overdue")));
        all.put("events: a day late without its fee", data(data -> data.remove("fee")));
        all.put("events: a day late without its day", data(data -> data.remove("day")));
        all.put("events: days late are a string", Spoilt.asString("lateDays"));
        all.put("events: a fee in whole units", data(data -> {
            if (data.has("fee")) {
                data.put("fee", data.path("fee").asLong() / 100);
            }
        }));
        all.put("events: time is somebody", Spoilt.field("actor", (event, old) -> {
            if (old.isNull()) {
                event.put("actor", 0);
            }
        }));
        all.put("events: an amount is a string", Spoilt.asString("amount"));
        all.put("events: a balance is left out", Spoilt.removed("balance"));
        all.put("events: a copy stands beside its change", Spoilt.field("advert", (data, old) -> {
            data.remove("advert");
            data.setAll((ObjectNode) old);
        }));
        all.put("stream: a notification leads nowhere", Spoilt.removed("path"));
        all.put("stream: a text is called message", Spoilt.renamed("text", "message"));
    }

    private static UnaryOperator<String> data(Consumer<ObjectNode> change) {
        return Spoilt.field("data", (event, data) -> change.accept((ObjectNode) data));
    }
}
