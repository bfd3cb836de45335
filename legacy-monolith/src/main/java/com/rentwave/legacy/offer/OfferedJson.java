package com.rentwave.legacy.offer;

import com.rentwave.legacy.web.Fields;
import com.rentwave.legacy.web.JsonText;
import com.rentwave.legacy.web.Times;

/** The members that everything on offer has at its end. */
public final class OfferedJson {

    private OfferedJson() {}

    public static void write(JsonText json, Offered thing) {
        TermsJson.write(json, thing.terms());
        json.field("available", thing.isAvailable())
                .field("createdAt", Times.text(thing.createdAt()))
                .field("updatedAt", Times.text(thing.updatedAt()))
                .field("version", thing.version());
    }

    /** Reads the body that pauses an offer or goes on with it. */
    public static boolean available(byte[] body) {
        Fields fields = Fields.of(body);
        Boolean available = fields.flag("available");
        fields.check();
        return available;
    }
}
