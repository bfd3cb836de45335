package com.rentwave.legacy.search;

import com.rentwave.legacy.web.Problem;
import com.rentwave.legacy.web.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place among the things found: rank, time of creation, type and id of the last one. It keeps the mode too, so that later
 * pages go on as the first began, whatever is added in the meantime.
 *
 * @param micros time of creation
 */
record SearchCursor(SearchMode mode, int rank, long micros, String type, long id) {

    private static final Pattern FORM =
            Pattern.compile("([nwm]):(0|[1-9]\\d{0,3}):(0|[1-9]\\d{0,17}):([VBR]):([1-9]\\d{0,17})");

    /** @param newest whether the search has no words, which have modes of their own */
    static SearchCursor parse(String text, boolean newest) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            Matcher m = FORM.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
            if (m.matches()) {
                SearchCursor cursor = new SearchCursor(
                        SearchMode.of(m.group(1)),
                        Integer.parseInt(m.group(2)),
                        Long.parseLong(m.group(3)),
                        m.group(4),
                        Long.parseLong(m.group(5)));
                if (cursor.text().equals(text) && newest == (cursor.mode == SearchMode.NEWEST)) {
                    return cursor;
                }
            }
        } catch (IllegalArgumentException e) {
            // Not base64: refused below like everything that is not ours.
        }
        throw Refusal.of(Problem.INVALID_CURSOR, "The cursor is not one of ours for this list.");
    }

    /** What a client gets. */
    String text() {
        String plain = mode.code() + ':' + rank + ':' + micros + ':' + type + ':' + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.ISO_8859_1));
    }
}
