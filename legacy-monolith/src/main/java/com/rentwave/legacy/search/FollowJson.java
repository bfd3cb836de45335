package com.rentwave.legacy.search;

import com.rentwave.legacy.web.JsonText;
import com.rentwave.legacy.web.Times;

/** A followed search as the API shows it. */
final class FollowJson {

    private FollowJson() {}

    static String text(FollowedSearch search) {
        JsonText json = new JsonText();
        write(json, search);
        return json.toString();
    }

    static void write(JsonText json, FollowedSearch search) {
        FollowDetails details = search.details();
        json.object()
                .field("id", search.id())
                .field("q", details.q())
                .field("type", details.type() == null ? null : details.type().word());
        price(json, "minPrice", details.minPrice());
        price(json, "maxPrice", details.maxPrice());
        json.field("createdAt", Times.text(search.createdAt())).end();
    }

    private static void price(JsonText json, String name, Long price) {
        json.name(name).raw(String.valueOf(price));
    }
}
