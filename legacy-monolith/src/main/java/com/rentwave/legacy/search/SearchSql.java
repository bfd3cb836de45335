package com.rentwave.legacy.search;

import com.rentwave.legacy.web.Filters;
import com.rentwave.legacy.web.Times;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The SQL of a search, every value a parameter. Each table gives its own candidates by its indexes, a bounded number, the
 * newest; then they are put in one order: rank, newest first. Words as written rank {@value #WRITTEN} and more, words that
 * were probably meant less.
 */
final class SearchSql {

    static final int WRITTEN = 2_000;

    private static final int MOST_CANDIDATES = 150;
    private static final int MEANT = 1_000;

    private final SearchRequest wanted;
    private final List<List<String>> meant;
    private final int most;
    private final List<Object> values = new ArrayList<>();
    private final String text;

    /** @param meant words to look for besides those that were written, the likeliest first */
    SearchSql(SearchRequest wanted, List<List<String>> meant, int most) {
        this.wanted = wanted;
        this.meant = meant;
        this.most = most;
        this.text = build();
    }

    String text() {
        return text;
    }

    /** In the order of the question marks. */
    List<Object> values() {
        return values;
    }

    private String build() {
        List<String> parts = new ArrayList<>();
        for (SearchSource source : wanted.sources()) {
            parts.add(wanted.words().isEmpty() ? newest(source) : written(source));
            if (!meant.isEmpty()) {
                parts.add(meant(source));
            }
        }
        return "SELECT * FROM ((" + String.join(") UNION ALL (", parts) + ")) s" + behind()
                + " ORDER BY rnk DESC, crt_ts DESC, tp DESC, id DESC LIMIT " + most;
    }

    private String behind() {
        return wanted.after()
                .map(place -> {
                    values.addAll(List.of(place.rank(), Times.ofMicros(place.micros()), place.type(), place.id()));
                    return " WHERE (rnk, crt_ts, tp, id) < (?, ?, ?, ?)";
                })
                .orElse("");
    }

    /** Everything; the place is looked up in the index, so that a long list costs no more at its end. */
    private String newest(SearchSource source) {
        Filters filters = filters(wanted);
        wanted.after().ifPresent(place -> {
            Object time = Times.ofMicros(place.micros());
            int order = source.type().code().compareTo(place.type());
            if (order == 0) {
                filters.where("(crt_ts, " + source.id() + ") < (?, ?)", time, place.id());
            } else {
                filters.where("crt_ts " + (order < 0 ? "<=" : "<") + " ?", time);
            }
        });
        return candidates(source, "0", filters, most);
    }

    private String written(SearchSource source) {
        String rank = WRITTEN + " + " + fit();
        Filters filters = filters(wanted);
        filters.where(all(source, wanted.words()), patterns(wanted.words()));
        return candidates(source, rank, filters, MOST_CANDIDATES);
    }

    private String meant(SearchSource source) {
        StringBuilder rank = new StringBuilder("CASE");
        Filters filters = filters(wanted);
        List<Object> patterns = new ArrayList<>();
        for (int i = 0; i < meant.size(); i++) {
            rank.append(" WHEN ")
                    .append(all(source, meant.get(i)))
                    .append(" THEN ")
                    .append(MEANT - i);
            patterns.addAll(List.of(patterns(meant.get(i))));
        }
        values.addAll(patterns);
        String any = meant.stream().map(words -> all(source, words)).collect(Collectors.joining(" OR "));
        filters.where('(' + any + ')', patterns.toArray());
        filters.where("NOT (" + all(source, wanted.words()) + ')', patterns(wanted.words()));
        return candidates(source, rank + " ELSE 0 END", filters, MOST_CANDIDATES);
    }

    private String candidates(SearchSource source, String rank, Filters filters, int bound) {
        values.addAll(filters.values());
        return "SELECT " + source.columns() + ", " + rank + " AS rnk FROM (SELECT *, ' ' || " + source.shortText()
                + " || ' ' AS cmp FROM " + source.table() + filters.sql() + " ORDER BY crt_ts DESC, " + source.id()
                + " DESC LIMIT " + bound + ") t";
    }

    /** How well the words fit, on the average, 1000 at most: a whole word, the beginning of one, a part of one, none. */
    private String fit() {
        List<String> points = new ArrayList<>();
        for (String word : wanted.words()) {
            String part = Filters.anywhere(word);
            String inner = part.substring(1, part.length() - 1);
            values.addAll(List.of("% " + inner + " %", "% " + inner + '%', part));
            points.add("CASE WHEN cmp LIKE ? THEN 1000 WHEN cmp LIKE ? THEN 800 WHEN cmp LIKE ? THEN 400 ELSE 0 END");
        }
        return '(' + String.join(" + ", points) + ") / " + points.size();
    }

    private static String all(SearchSource source, List<String> words) {
        return String.join(" AND ", Collections.nCopies(words.size(), source.fullText() + " LIKE ?"));
    }

    private static Object[] patterns(List<String> words) {
        return words.stream().map(Filters::anywhere).toArray();
    }

    static Filters filters(SearchRequest wanted) {
        Filters filters = new Filters();
        wanted.minPrice().ifPresent(v -> filters.where("day_prc_am >= ?", v));
        wanted.maxPrice().ifPresent(v -> filters.where("day_prc_am <= ?", v));
        wanted.available().ifPresent(v -> filters.where("avl_fl = ?", v ? "Y" : "N"));
        return filters;
    }
}
