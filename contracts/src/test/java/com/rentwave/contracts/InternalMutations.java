package com.rentwave.contracts;

import com.rentwave.contracts.MutatingProxy.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Mistakes that a new version of a provider could make in what it answers RentWave's other parts. */
final class InternalMutations {

    private InternalMutations() {}

    /** @param vehiclesAreRetired whether the monolith answers for what never moves only */
    static Map<String, UnaryOperator<Answer>> of(String provider, boolean vehiclesAreRetired) {
        Map<String, UnaryOperator<Answer>> all = new LinkedHashMap<>();
        if (!provider.equals(Scratch.RENTAL_SERVICE)) {
            all.putAll(ofOffers());
        }
        if (provider.equals(Scratch.VEHICLE_SERVICE) || provider.equals(Scratch.MONOLITH) && !vehiclesAreRetired) {
            all.putAll(ofOffersThatMove());
        }
        if (provider.equals(Scratch.MONOLITH)) {
            all.putAll(ofWallets());
        }
        return all;
    }

    /** By whoever answers for things on offer. */
    private static Map<String, UnaryOperator<Answer>> ofOffers() {
        Map<String, UnaryOperator<Answer>> all = new LinkedHashMap<>();
        all.put("terms: the title is called name", body(Spoilt.renamed("title", "name")));
        all.put("terms: an owner is a string", body(Spoilt.asString("ownerId")));
        all.put(
                "terms: a price in whole units",
                body(Spoilt.field("pricePerDay", (o, old) -> o.put("pricePerDay", old.asLong() / 100))));
        all.put("terms: no fee for days late", body(Spoilt.removed("lateFeePerDay")));
        all.put("terms: no currency", body(Spoilt.removed("currency")));
        all.put("terms: the shortest rental is a string", body(Spoilt.asString("minDays")));
        all.put("terms: the longest rental is anything", body(Spoilt.nulled("maxDays")));
        all.put(
                "terms: what is paused is available",
                body(Spoilt.field("available", (o, old) -> o.put("available", true))));
        all.put(
                "terms: what is available is paused",
                body(Spoilt.field("available", (o, old) -> o.put("available", false))));
        all.put("terms: there are some of what is not there", status(404, 200));
        all.put("terms: an unknown token is a forbidden one", status(401, 403));
        return all;
    }

    private static Map<String, UnaryOperator<Answer>> ofOffersThatMove() {
        Map<String, UnaryOperator<Answer>> all = new LinkedHashMap<>();
        all.put("terms: what is owned elsewhere is not there", status(421, 404));
        all.put("terms: what is owned elsewhere is told all the same", status(421, 200));
        return all;
    }

    /** By whoever keeps the wallets. */
    private static Map<String, UnaryOperator<Answer>> ofWallets() {
        Map<String, UnaryOperator<Answer>> all = new LinkedHashMap<>();
        all.put("wallets: a new reservation is an old one", status(201, 200));
        all.put("wallets: orders are only taken down", status(200, 202));
        all.put("wallets: money is kept that is not there", problem("insufficient-funds", done()));
        all.put("wallets: those in debt may rent", problem("balance-negative", done()));
        all.put("wallets: debt is called an empty wallet", problem("balance-negative", type("insufficient-funds")));
        all.put("wallets: an empty wallet is called debt", problem("insufficient-funds", type("balance-negative")));
        all.put(
                "wallets: no word to whoever has no money",
                problem("insufficient-funds", body(Spoilt.removed("detail"))));
        all.put("wallets: no title for whoever is in debt", problem("balance-negative", body(Spoilt.removed("title"))));
        all.put("wallets: what was let go is kept or booked", problem("reservation-released", done()));
        all.put(
                "wallets: what was let go is an empty wallet",
                problem("reservation-released", type("insufficient-funds")));
        all.put("wallets: what is paid is let go", problem("reservation-confirmed", done()));
        all.put("wallets: what nobody knows is booked", problem("not-found", done()));
        all.put("wallets: one id stands for two orders", problem("idempotency-key-reused", done()));
        all.put("wallets: anybody's token will do", status(401, 201));
        return all;
    }

    private static UnaryOperator<Answer> body(UnaryOperator<String> change) {
        return answer -> answer.body(change.apply(answer.body()));
    }

    private static UnaryOperator<Answer> status(int from, int to) {
        return answer -> answer.status() == from ? answer.status(to) : answer;
    }

    private static UnaryOperator<Answer> problem(String name, UnaryOperator<Answer> change) {
        return answer -> answer.body().contains("\"urn:rentwave:problem:" + name + '"') ? change.apply(answer) : answer;
    }

    private static UnaryOperator<Answer> done() {
        return answer -> answer.status(200);
    }

    private static UnaryOperator<Answer> type(String name) {
        return body(Spoilt.text("type", type -> "urn:rentwave:problem:" + name));
    }
}
