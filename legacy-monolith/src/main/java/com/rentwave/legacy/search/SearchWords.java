package com.rentwave.legacy.search;

import com.rentwave.legacy.web.Folding;
import java.util.List;
import java.util.Optional;

/** What somebody searches for: a few words, each of which must be found. */
final class SearchWords {

    private static final int MOST_WORDS = 8;
    private static final int LONGEST = 200;

    private SearchWords() {}

    /** What is wrong with the words of a search, if anything. */
    static Optional<String> fault(String q) {
        if (q.codePointCount(0, q.length()) > LONGEST) {
            return Optional.of("must have at most " + LONGEST + " characters");
        }
        return of(q).size() > MOST_WORDS ? Optional.of("must have at most " + MOST_WORDS + " words") : Optional.empty();
    }

    /** The words as they are compared. */
    static List<String> of(String q) {
        return Folding.words(q);
    }
}
