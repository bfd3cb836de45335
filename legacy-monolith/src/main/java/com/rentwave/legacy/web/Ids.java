package com.rentwave.legacy.web;

import java.util.regex.Pattern;

/** Ids in addresses. */
public final class Ids {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

    /** The largest id that an address can hold. */
    public static final long LARGEST = 999_999_999_999_999_999L;

    private Ids() {}

    /** Reads an id; anything else is the address of nothing. */
    public static long parse(String text, String kind) {
        if (!FORM.matcher(text).matches()) {
            throw absent(kind, text);
        }
        return Long.parseLong(text);
    }

    /** There is no such thing, "There is no vehicle 7." */
    public static Refusal absent(String kind, Object id) {
        return Refusal.of(Problem.NOT_FOUND, "There is no " + kind + ' ' + id + '.');
    }
}
