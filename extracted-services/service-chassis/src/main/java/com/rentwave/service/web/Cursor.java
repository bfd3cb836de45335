package com.rentwave.service.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the next page of a list begins, as clients carry it. Either side understands the other one's.
 *
 * @param sort order of the list
 * @param key what the list is sorted by, of the last item
 * @param id of the last item
 */
public record Cursor(String sort, long key, long id) {

    private static final Pattern FORM = Pattern.compile("(-?[a-z]+):(0|[1-9][0-9]{0,17}):([1-9][0-9]{0,17})");

    /** What a client gets. */
    public String text() {
        byte[] plain = (sort + ':' + key + ':' + id).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    /** Empty when the text is no cursor, or one of a list in another order. */
    public static Optional<Cursor> parse(String text, String sort) {
        try {
            Matcher m = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1));
            if (!m.matches() || !m.group(1).equals(sort)) {
                return Optional.empty();
            }
            Cursor cursor = new Cursor(sort, Long.parseLong(m.group(2)), Long.parseLong(m.group(3)));
            return cursor.text().equals(text) ? Optional.of(cursor) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
