package com.rentwave.legacy.search;

import com.rentwave.legacy.offer.TermsJson;
import com.rentwave.legacy.web.Fields;

/**
 * What a user wants to be told of.
 *
 * @param type null for all
 * @param minPrice whole minor units a day, null for no limit; likewise the other
 */
record FollowDetails(String q, ItemType type, Long minPrice, Long maxPrice) {

    static FollowDetails read(byte[] body) {
        Fields fields = Fields.of(body);
        String q = fields.text("q", 1, 200);
        if (q != null) {
            SearchWords.fault(q).ifPresent(reason -> fields.refuse("q", reason));
        }
        ItemType type = fields.parsedOrNull("type", ItemType::find, "must be one of " + ItemType.WORDS);
        Long minPrice = fields.wholeNumberOrNull("minPrice", 0, TermsJson.MOST_MONEY);
        Long maxPrice = fields.wholeNumberOrNull("maxPrice", 0, TermsJson.MOST_MONEY);
        if (minPrice != null && maxPrice != null && maxPrice < minPrice) {
            fields.refuse("maxPrice", "must not be below minPrice");
        }
        fields.check();
        return new FollowDetails(q, type, minPrice, maxPrice);
    }
}
