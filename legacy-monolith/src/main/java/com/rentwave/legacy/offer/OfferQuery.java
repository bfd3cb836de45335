package com.rentwave.legacy.offer;

import com.rentwave.legacy.web.Cursor;
import com.rentwave.legacy.web.Filters;
import com.rentwave.legacy.web.Ids;
import com.rentwave.legacy.web.Parameters;
import java.util.List;

/** Which things of one table to list, in which order, from where on: the SQL of one page, every value a parameter. */
public final class OfferQuery {

    private final String table;
    private final String idColumn;
    private final int limit;
    private final Filters filters = new Filters();
    private OfferSort sort = OfferSort.NEWEST;

    /** Parameters are read in the order in which faults are reported: the limit first. */
    public OfferQuery(String table, String idColumn, Parameters given) {
        this.table = table;
        this.idColumn = idColumn;
        this.limit = given.limit();
    }

    /** For the filters of one kind of thing. */
    public Filters filters() {
        return filters;
    }

    /** The filters that all have. */
    public OfferQuery offered(Parameters given) {
        given.wholeNumber("minPrice", 0, TermsJson.MOST_MONEY).ifPresent(v -> filters.where("day_prc_am >= ?", v));
        given.wholeNumber("maxPrice", 0, TermsJson.MOST_MONEY).ifPresent(v -> filters.where("day_prc_am <= ?", v));
        given.flag("available").ifPresent(v -> filters.where("avl_fl = ?", v ? "Y" : "N"));
        given.wholeNumber("ownerId", 1, Ids.LARGEST).ifPresent(v -> filters.where("own_usr_id = ?", v));
        return this;
    }

    /** Order and place, read last; refuses the request when any parameter was wrong. */
    public OfferQuery sorted(Parameters given) {
        sort = given.oneOf("sort", OfferSort::find, OfferSort.WORDS).orElse(OfferSort.NEWEST);
        given.check();
        given.text("cursor").ifPresent(text -> {
            Cursor place = Cursor.parse(text, sort.word());
            filters.where(sort.behind(idColumn), sort.value(place.key()), place.id());
        });
        return this;
    }

    /** The page and one row more, which tells whether there is another page. */
    public String sql() {
        return "SELECT * FROM " + table + filters.sql() + " ORDER BY " + sort.order(idColumn) + " LIMIT " + (limit + 1);
    }

    public List<Object> values() {
        return filters.values();
    }

    public int limit() {
        return limit;
    }

    /** The cursor of the page behind {@code last}. */
    public String cursor(Offered last) {
        return new Cursor(sort.word(), sort.key(last), last.id()).text();
    }
}
