package com.rentwave.legacy.book;

import com.rentwave.legacy.web.Cursor;
import com.rentwave.legacy.web.Filters;
import com.rentwave.legacy.web.Parameters;
import java.util.List;

/** Which books to list, in which order, from where on: the SQL of one page, every value a parameter. */
final class BookQuery {

    private final Filters filters = new Filters();
    private final BookSort sort;
    private final int limit;

    /** Reads the query's parameters in the order in which faults are reported. */
    BookQuery(Parameters given) {
        limit = given.limit();
        filters.foldedWords(given, "q", "(ttl_srch_tx || ' ' || ath_srch_tx || ' ' || CAST(isbn_no AS text)) LIKE ?");
        filters.folded(given, "author", "ath_srch_tx LIKE ?");
        given.parsed("language", Languages::find, BookFields.NO_LANGUAGE)
                .ifPresent(v -> filters.where("lng_cd = ?", v));
        sort = given.oneOf("sort", BookSort::find, BookSort.WORDS).orElse(BookSort.NEWEST);
        given.check();
        given.text("cursor").ifPresent(text -> sort.behind(filters, Cursor.parse(text, sort.word())));
    }

    /** The page and one row more, which tells whether there is another page. */
    String sql() {
        return "SELECT * FROM t_bk" + filters.sql() + " ORDER BY " + sort.order() + " LIMIT " + (limit + 1);
    }

    List<Object> values() {
        return filters.values();
    }

    int limit() {
        return limit;
    }

    /** The cursor of the page behind {@code last}. */
    String cursor(Book last) {
        return sort.place(last).text();
    }
}
