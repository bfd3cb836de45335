package com.rentwave.legacy.book;

import com.rentwave.legacy.offer.OfferedJson;
import com.rentwave.legacy.web.JsonText;

/** An advert as the API shows it. */
final class AdvertJson {

    private AdvertJson() {}

    static String text(Advert advert) {
        JsonText json = new JsonText();
        write(json, advert);
        return json.toString();
    }

    static void write(JsonText json, Advert advert) {
        AdvertDetails details = advert.details();
        json.object()
                .field("id", advert.id())
                .field("isbn", Long.toString(advert.isbn()))
                .field("title", advert.title())
                .field("ownerId", advert.ownerId())
                .field("condition", details.condition().name())
                .field("note", details.note())
                .field("place", details.place());
        OfferedJson.write(json, advert);
        json.end();
    }
}
