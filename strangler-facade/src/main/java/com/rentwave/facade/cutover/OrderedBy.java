package com.rentwave.facade.cutover;

import java.util.regex.Pattern;

/**
 * Who ordered a move. Role and way were proven by what was shown. The name is what people call themselves, for those who
 * read the history later; nobody checks it, and it is all that is kept of a person.
 *
 * @param role {@code operator}, {@code facade}, or {@code unknown} for moves from before it was kept
 * @param way by which an operator was let in, or which part of the facade it was; null when unknown
 * @param name null when none was given
 */
public record OrderedBy(String role, String way, String name) {

    public static final OrderedBy UNKNOWN = new OrderedBy("unknown", null, null);

    /** What a name may be, in words. */
    public static final String NAMES = "A name has at most 40 letters, digits, spaces and . _ @ ' + -.";

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}._@'+-][\\p{L}\\p{M}\\p{N} ._@'+-]{0,39}");

    /** @throws IllegalArgumentException when the name is none */
    public OrderedBy {
        if (name != null && !isName(name)) {
            throw new IllegalArgumentException(NAMES);
        }
    }

    /** @param name may be null */
    public static OrderedBy operator(String way, String name) {
        return new OrderedBy("operator", way, name);
    }

    /** The facade itself, which needs nobody's order. */
    public static OrderedBy facade(String part) {
        return new OrderedBy("facade", part, null);
    }

    /** Whether a text may stand in histories, certificates, pages and terminals as a name: short, and without anything that is not shown as it is. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
