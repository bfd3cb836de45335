package com.rentwave.legacy.offer;

import com.rentwave.legacy.web.Fields;
import com.rentwave.legacy.web.JsonText;

/** Terms as bodies have them; every rule about one field is here. */
public final class TermsJson {

    /** The largest price or fee. */
    public static final long MOST_MONEY = 100_000_000;

    private static final long LONGEST_DAYS = 365;
    private static final int USUAL_MOST_DAYS = 30;

    private TermsJson() {}

    /** The terms, or null when one of their fields is wrong; {@link Fields#check} then refuses the body. */
    public static Terms read(Fields fields) {
        Long pricePerDay = fields.wholeNumber("pricePerDay", 0, MOST_MONEY);
        Long lateFeePerDay = fields.wholeNumber("lateFeePerDay", 0, MOST_MONEY);
        String currency = fields.currency("currency");
        Long minDays = fields.wholeNumber("minDays", 1, LONGEST_DAYS, 1);
        Long maxDays = fields.wholeNumber("maxDays", 1, LONGEST_DAYS, USUAL_MOST_DAYS);
        if (minDays != null && maxDays != null && maxDays < minDays) {
            fields.refuse("maxDays", "must not be below minDays");
        }
        if (pricePerDay == null || lateFeePerDay == null || currency == null || minDays == null || maxDays == null) {
            return null;
        }
        return new Terms(pricePerDay, lateFeePerDay, currency, minDays.intValue(), maxDays.intValue());
    }

    public static void write(JsonText json, Terms terms) {
        json.field("pricePerDay", terms.pricePerDay())
                .field("lateFeePerDay", terms.lateFeePerDay())
                .field("currency", terms.currency())
                .field("minDays", terms.minDays())
                .field("maxDays", terms.maxDays());
    }
}
