package com.rentwave.contracts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.rentwave.contracts.MutatingProxy.Answer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Mistakes that a new version of a provider could make in its answers. */
final class HttpMutations {

    private HttpMutations() {}

    /**
     * By the name of the provider that could make them.
     *
     * @param vehiclesAreRetired whether the monolith can make none about vehicles
     */
    static Map<String, Map<String, UnaryOperator<Answer>>> byProvider(boolean vehiclesAreRetired) {
        Map<String, Map<String, UnaryOperator<Answer>>> all = new LinkedHashMap<>();
        all.put(Scratch.MONOLITH, ofTheMonolith(vehiclesAreRetired));
        all.put(Scratch.VEHICLE_SERVICE, ofVehicles());
        all.put(Scratch.RENTAL_SERVICE, ofRentals());
        return all;
    }

    private static Map<String, UnaryOperator<Answer>> ofVehicles() {
        Map<String, UnaryOperator<Answer>> all = new LinkedHashMap<>();
        anyApi(all);
        fields(all);
        statuses(all);
        headers(all);
        problems(all);
        lists(all);
        return all;
    }

    private static Map<String, UnaryOperator<Answer>> ofRentals() {
        Map<String, UnaryOperator<Answer>> all = new LinkedHashMap<>();
        rentals(all);
        anyApi(all);
        return all;
    }

    /** The monolith has every API that it is not retired from. */
    private static Map<String, UnaryOperator<Answer>> ofTheMonolith(boolean vehiclesAreRetired) {
        Map<String, UnaryOperator<Answer>> all = new LinkedHashMap<>();
        if (vehiclesAreRetired) {
            anyApi(all);
        } else {
            all.putAll(ofVehicles());
        }
        money(all);
        rentals(all);
        people(all);
        finding(all);
        return all;
    }

    private static void money(Map<String, UnaryOperator<Answer>> all) {
        all.put("balances are called accounts", body(Spoilt.renamed("balances", "accounts")));
        all.put("an amount is a string", body(Spoilt.asString("amount")));
        all.put("movements lose their sign", body(Spoilt.field("amount", (o, old) -> {
            if (old.asLong() < 0) {
                o.put("amount", -old.asLong());
            }
        })));
        all.put("a movement does not name its rental", body(Spoilt.removed("rentalId")));
    }

    private static void rentals(Map<String, UnaryOperator<Answer>> all) {
        all.put("a rental has another status", body(Spoilt.text("status", word -> word.replace("ACTIVE", "RUNNING"))));
        all.put("a rental has no days", body(Spoilt.removed("days")));
        all.put("a rental names only its item's id", body(Spoilt.field("item", (o, old) -> o.put("item", 17))));
        all.put("a cancelled rental has no time", body(Spoilt.nulled("cancelledAt")));
        all.put("a returned rental has no time", body(Spoilt.nulled("returnedAt")));
        all.put("taken days are called taken", body(Spoilt.renamed("occupied", "taken")));
        all.put("200 instead of 409", status(409, 200));
        all.put(
                "rented things are on offer",
                body(Spoilt.text("type", type -> type.replace("already-rented", "not-available"))));
        all.put(
                "an empty wallet is no reason",
                body(Spoilt.text("type", type -> type.replace("insufficient-funds", "forbidden"))));
    }

    private static void people(Map<String, UnaryOperator<Answer>> all) {
        all.put("a profile tells no name", body(Spoilt.removed("name")));
        all.put("an administrator is a string", body(Spoilt.asString("administrator")));
        all.put("a sign-in does not say whose", body(Spoilt.removed("user")));
        all.put("a sign-in gives no token", body(Spoilt.text("token", token -> "welcome")));
        all.put(
                "a wrong password is a missing one",
                body(Spoilt.text("type", type -> type.replace("wrong-credentials", "unauthenticated"))));
        all.put("nobody counts what is unread", body(Spoilt.removed("unread")));
        all.put("what was read stays unread", body(Spoilt.nulled("readAt")));
        all.put("another kind of notification", body(Spoilt.text("kind", kind -> kind.replace("RENTED", "BOOKED"))));
        all.put("an event has no aggregate", body(Spoilt.removed("aggregate")));
        all.put("a followed search forgets its limit", body(Spoilt.nulled("maxPrice")));
    }

    private static void finding(Map<String, UnaryOperator<Answer>> all) {
        all.put("what was found has no address", body(Spoilt.removed("path")));
        all.put("what was found has no subtitle", body(Spoilt.removed("subtitle")));
        all.put("authors are one text", body(Spoilt.field("authors", (book, old) -> book.put("authors", "Ada Able"))));
        all.put("a copy has no condition", body(Spoilt.removed("condition")));
        all.put("amenities are dropped", body(Spoilt.field("amenities", (room, old) -> room.putArray("amenities"))));
        all.put("countries have names", body(Spoilt.text("country", code -> code.replace("IT", "Italy"))));
    }

    /** Mistakes in what all APIs have in common. */
    private static void anyApi(Map<String, UnaryOperator<Answer>> all) {
        all.put("an id is a string", body(Spoilt.asString("id")));
        all.put("the owner is left out", body(Spoilt.removed("ownerId")));
        all.put("the currency is null", body(Spoilt.nulled("currency")));
        all.put("times have no fractions", body(Spoilt.text("createdAt", time -> time.replaceAll("\\.\\d+", ""))));
        all.put("200 instead of 201", status(201, 200));
        all.put("403 instead of 401", status(401, 403));
        all.put("200 instead of 404", status(404, 200));
        all.put("no Location", header("Location", null));
        all.put("Location without /api", header("Location", "/things/17"));
        all.put(
                "problems are plain JSON",
                answer -> isProblem(answer) ? answer.header("Content-Type", "application/json") : answer);
        all.put(
                "problems have a URL as type",
                body(Spoilt.text("type", type -> type.replace("urn:rentwave:problem:", "https://rentwave.example/"))));
        all.put(
                "a problem says another status",
                body(Spoilt.field("status", (p, old) -> p.put("status", old.asInt() + 1))));
        all.put("a problem has no detail", body(Spoilt.removed("detail")));
        all.put("items have another name", body(Spoilt.renamed("items", "things")));
    }

    private static void fields(Map<String, UnaryOperator<Answer>> all) {
        all.put("make is called brand", body(Spoilt.renamed("make", "brand")));
        all.put("a price is a string", body(Spoilt.asString("pricePerDay")));
        all.put("version is left out", body(Spoilt.removed("version")));
        all.put("available is a string", body(Spoilt.asString("available")));
        all.put("a paused vehicle is available", body(Spoilt.field("available", (v, old) -> v.put("available", true))));
        all.put("a size class is in lower case", body(Spoilt.text("sizeClass", word -> word.toLowerCase(Locale.ROOT))));
        all.put("attributes are dropped", body(Spoilt.field("attributes", (v, old) -> v.putObject("attributes"))));
        all.put(
                "a price is in whole units",
                body(Spoilt.field("pricePerDay", (v, old) -> v.put("pricePerDay", old.asLong() / 100))));
        all.put(
                "a price is a decimal",
                body(Spoilt.field("pricePerDay", (v, old) -> v.put("pricePerDay", old.asLong() / 100.0))));
    }

    private static void statuses(Map<String, UnaryOperator<Answer>> all) {
        all.put("200 instead of 204", status(204, 200));
        all.put("200 instead of 304", status(304, 200));
        all.put("500 instead of 400", status(400, 500));
        all.put("404 instead of 403", status(403, 404));
        all.put("409 instead of 412", status(412, 409));
        all.put("503 instead of 421", status(421, 503));
        all.put("400 instead of 428", status(428, 400));
        all.put("409 instead of 422", status(422, 409));
    }

    private static void headers(Map<String, UnaryOperator<Answer>> all) {
        all.put("no ETag", header("ETag", null));
        all.put(
                "a weak ETag",
                answer -> answer.header("ETag", "W/" + answer.headers().get("ETag")));
        all.put("no Cache-Control", header("Cache-Control", null));
        all.put("no WWW-Authenticate", header("WWW-Authenticate", null));
        all.put("no RentWave-Epoch with 421", header("RentWave-Epoch", null));
        all.put(
                "vehicles are plain text",
                answer -> isProblem(answer) ? answer : answer.header("Content-Type", "text/plain"));
    }

    private static void problems(Map<String, UnaryOperator<Answer>> all) {
        all.put("another problem type", body(Spoilt.text("type", type -> type.replace("forbidden", "not-yours"))));
        all.put("no errors beside a problem", body(Spoilt.removed("errors")));
        all.put("an error names another field", body(Spoilt.text("field", field -> field.replace("seats", "places"))));
        all.put("an enum has lost a value", body(Spoilt.text("reason", reason -> reason.replace(", CNG", ""))));
        all.put(
                "a vehicle with a dropped enum value is refused",
                answer -> answer.body().contains("\"WAGON\"")
                        ? answer.status(400)
                                .header("Content-Type", "application/problem+json")
                                .body("{\"type\":\"urn:rentwave:problem:validation-failed\",\"status\":400}")
                        : answer);
    }

    private static void lists(Map<String, UnaryOperator<Answer>> all) {
        all.put("no cursor to the next page", body(Spoilt.removed("nextCursor")));
        all.put("the last page has an empty cursor", body(Spoilt.field("nextCursor", (list, old) -> {
            if (old.isNull()) {
                list.put("nextCursor", "");
            }
        })));
        all.put("a list is in another order", body(Spoilt.field("items", (list, old) -> {
            ArrayNode turned = list.putArray("items");
            for (int i = old.size() - 1; i >= 0; i--) {
                turned.add(old.get(i));
            }
        })));
        all.put("a list leaves its last item out", body(Spoilt.field("items", (list, old) -> {
            if (old.size() > 1) {
                ((ArrayNode) old).remove(old.size() - 1);
            }
        })));
    }

    private static boolean isProblem(Answer answer) {
        return "application/problem+json".equals(answer.headers().get("Content-Type"));
    }

    private static UnaryOperator<Answer> body(UnaryOperator<String> change) {
        return answer -> answer.body(change.apply(answer.body()));
    }

    private static UnaryOperator<Answer> status(int from, int to) {
        return answer -> answer.status() == from ? answer.status(to) : answer;
    }

    private static UnaryOperator<Answer> header(String name, String value) {
        return answer -> answer.header(name, value);
    }
}
