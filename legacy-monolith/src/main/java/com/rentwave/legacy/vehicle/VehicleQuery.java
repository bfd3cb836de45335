package com.rentwave.legacy.vehicle;

import com.rentwave.legacy.web.Cursor;
import com.rentwave.legacy.web.Ids;
import com.rentwave.legacy.web.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Which vehicles to list, in which order, from where on: the SQL of one page, every value a parameter. */
final class VehicleQuery {

    private static final int MOST_WORDS = 8;
    private static final long MOST_MONEY = 100_000_000;

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final VehicleSort sort;
    private final int limit;

    /** Reads the query's parameters in the order in which faults are reported. */
    VehicleQuery(Parameters given) {
        limit = given.limit();
        words(given);
        given.word("sizeClass", SizeClass.class).ifPresent(v -> where("sz_cd = ?", v.code()));
        given.word("transmission", Transmission.class).ifPresent(v -> where("trn_cd = ?", v.code()));
        given.word("fuel", Fuel.class).ifPresent(v -> where("fuel_cd = ?", v.code()));
        given.word("drive", Drive.class).ifPresent(v -> where("drv_cd = ?", v.code()));
        given.wholeNumber("minSeats", 1, 60).ifPresent(v -> where("seat_ct >= ?", v));
        given.wholeNumber("minBootLitres", 0, 20_000).ifPresent(v -> where("boot_lt >= ?", v));
        given.wholeNumber("minPrice", 0, MOST_MONEY).ifPresent(v -> where("day_prc_am >= ?", v));
        given.wholeNumber("maxPrice", 0, MOST_MONEY).ifPresent(v -> where("day_prc_am <= ?", v));
        given.flag("available").ifPresent(v -> where("avl_fl = ?", v ? "Y" : "N"));
        given.wholeNumber("ownerId", 1, Ids.LARGEST).ifPresent(v -> where("own_usr_id = ?", v));
        attributes(given);
        sort = given.oneOf("sort", VehicleSort::find, "newest, price, -price").orElse(VehicleSort.NEWEST);
        given.check();
        given.text("cursor").ifPresent(this::after);
    }

    private void words(Parameters given) {
        String[] words = given.text("q").orElse("").strip().split("\\s+");
        if (words.length > MOST_WORDS) {
            given.wrong("q", "must have at most " + MOST_WORDS + " words");
        }
        Arrays.stream(words)
                .filter(word -> !word.isEmpty())
                .forEach(word -> where("(mk_nm || ' ' || mdl_nm) ILIKE ?", '%' + escape(word) + '%'));
    }

    private void attributes(Parameters given) {
        List<String> wanted = given.all("attribute");
        if (wanted.stream().anyMatch(pair -> pair.indexOf(':') < 1)) {
            given.wrong("attribute", "must be key:value");
            return;
        }
        for (String pair : wanted) {
            int colon = pair.indexOf(':');
            String line = Attributes.line(Map.entry(pair.substring(0, colon), pair.substring(colon + 1)));
            where("strpos(chr(10) || attr_tx || chr(10), ?) > 0", '\n' + line + '\n');
        }
    }

    private void after(String cursor) {
        Cursor place = Cursor.parse(cursor, sort.word());
        where(sort.behind(), sort.value(place.key()), place.id());
    }

    private void where(String condition, Object... parameters) {
        // PostgreSQL cannot hold the character NUL, so nothing contains it.
        if (Arrays.stream(parameters).anyMatch(value -> value instanceof String text && text.indexOf('\0') >= 0)) {
            conditions.add("FALSE");
            return;
        }
        conditions.add(condition);
        values.addAll(List.of(parameters));
    }

    private static String escape(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** The page and one row more, which tells whether there is another page. */
    String sql() {
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return "SELECT * FROM t_veh" + where + " ORDER BY " + sort.order() + " LIMIT " + (limit + 1);
    }

    List<Object> values() {
        return values;
    }

    int limit() {
        return limit;
    }

    /** The cursor of the page behind {@code last}. */
    String cursor(Vehicle last) {
        return new Cursor(sort.word(), sort.key(last), last.id()).text();
    }
}
