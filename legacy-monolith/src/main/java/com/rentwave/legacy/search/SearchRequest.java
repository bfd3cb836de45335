package com.rentwave.legacy.search;

import com.rentwave.legacy.offer.TermsJson;
import com.rentwave.legacy.web.Parameters;
import java.util.List;
import java.util.Optional;

/**
 * What is searched for.
 *
 * @param words folded; none finds everything
 * @param after the place the page begins behind
 */
record SearchRequest(
        int limit,
        List<String> words,
        Optional<ItemType> type,
        Optional<Long> minPrice,
        Optional<Long> maxPrice,
        Optional<Boolean> available,
        Optional<SearchCursor> after) {

    /** Reads the parameters in the order in which faults are reported. */
    static SearchRequest read(Parameters given) {
        int limit = given.limit();
        String q = given.text("q").orElse("");
        SearchWords.fault(q).ifPresent(reason -> given.wrong("q", reason));
        Optional<ItemType> type = given.oneOf("type", ItemType::find, ItemType.WORDS);
        Optional<Long> minPrice = given.wholeNumber("minPrice", 0, TermsJson.MOST_MONEY);
        Optional<Long> maxPrice = given.wholeNumber("maxPrice", 0, TermsJson.MOST_MONEY);
        Optional<Boolean> available = given.flag("available");
        given.check();
        List<String> words = SearchWords.of(q);
        Optional<SearchCursor> after = given.text("cursor").map(text -> SearchCursor.parse(text, words.isEmpty()));
        return new SearchRequest(limit, words, type, minPrice, maxPrice, available, after);
    }

    /** Where to look. */
    List<SearchSource> sources() {
        return SearchSource.of(type);
    }
}
