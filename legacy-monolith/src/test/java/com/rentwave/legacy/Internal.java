package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;

import java.util.UUID;

/** What another service asks the monolith, with the internal token. */
final class Internal {

    private Internal() {}

    static Call offer(String type, Object id) {
        return authorized(call("GET", "/internal/offers/" + type + '/' + id));
    }

    static Call reserve(UUID id, Deal deal) {
        return wallet("/reservations").json("{\"id\":\"" + id + "\"," + deal.members());
    }

    static Call confirm(UUID id) {
        return wallet("/reservations/" + id + "/confirm");
    }

    static Call release(UUID id) {
        return wallet("/reservations/" + id + "/release");
    }

    static Call refund(UUID id, Deal deal) {
        return wallet("/refunds").json("{\"id\":\"" + id + "\"," + deal.members());
    }

    static Call lateFee(String key, Deal deal) {
        return wallet("/late-fees").json("{\"key\":\"" + key + "\"," + deal.members());
    }

    static Call wallet(String path) {
        return authorized(call("POST", "/internal/wallet" + path));
    }

    private static Call authorized(Call call) {
        return call.header("Authorization", "Bearer " + RunningMonolith.INTERNAL_TOKEN);
    }

    /** Money that moves because of a rental that another service has made. */
    record Deal(long rentalId, Person renter, Person owner, long amount, String currency) {

        Deal of(long other) {
            return new Deal(rentalId, renter, owner, other, currency);
        }

        private String members() {
            return "\"rentalId\":" + rentalId + ",\"renterId\":" + renter.id() + ",\"ownerId\":" + owner.id()
                    + ",\"amount\":" + amount + ",\"currency\":\"" + currency + "\"}";
        }
    }
}
