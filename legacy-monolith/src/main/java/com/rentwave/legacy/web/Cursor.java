package com.rentwave.legacy.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a list: the next page begins behind it. Clients hand it back as they got it; both sides of a migration write
 * the same text for the same place.
 *
 * @param sort order of the list
 * @param key what the list is sorted by, of the last item
 * @param id of the last item
 */
public record Cursor(String sort, long key, long id) {

    private static final Pattern FORM = Pattern.compile("(-?[a-z]+):(0|[1-9]\\d{0,17}):([1-9]\\d{0,17})");

    /** Reads a cursor of a list in the order {@code sort}. */
    public static Cursor parse(String text, String sort) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            Matcher m = FORM.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
            if (m.matches() && m.group(1).equals(sort)) {
                Cursor cursor = new Cursor(sort, Long.parseLong(m.group(2)), Long.parseLong(m.group(3)));
                if (cursor.text().equals(text)) {
                    return cursor;
                }
            }
        } catch (IllegalArgumentException e) {
            // Not base64: refused below like everything that is not ours.
        }
        throw Refusal.of(Problem.INVALID_CURSOR, "The cursor is not one of ours for this list.");
    }

    /** What a client gets. */
    public String text() {
        String plain = sort + ':' + key + ':' + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.ISO_8859_1));
    }
}
