package com.rentwave.legacy.search;

import com.rentwave.legacy.web.Filters;
import java.util.ArrayList;
import java.util.List;

/** The SQL that takes a sample of texts with words much like those searched for, every value a parameter. */
final class SampleSql {

    private static final int SAMPLE = 120;

    private final List<Object> values = new ArrayList<>();
    private final String text;

    SampleSql(SearchRequest wanted) {
        List<String> parts = new ArrayList<>();
        for (SearchSource source : wanted.sources()) {
            Filters filters = SearchSql.filters(wanted);
            for (String word : wanted.words()) {
                if (word.length() < Corrections.SHORTEST) {
                    filters.where(source.shortText() + " LIKE ?", Filters.anywhere(word));
                } else {
                    filters.where(source.shortText() + " %> ?", word);
                }
            }
            values.addAll(filters.values());
            parts.add("SELECT " + source.shortText() + " FROM " + source.table() + filters.sql() + " LIMIT " + SAMPLE);
        }
        text = '(' + String.join(") UNION ALL (", parts) + ')';
    }

    String text() {
        return text;
    }

    /** In the order of the question marks. */
    List<Object> values() {
        return values;
    }
}
