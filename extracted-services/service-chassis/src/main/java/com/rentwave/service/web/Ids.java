package com.rentwave.service.web;

import java.util.regex.Pattern;

/** Ids in addresses. */
public final class Ids {

    /** The largest id that an address can hold. */
    public static final long LARGEST = 999_999_999_999_999_999L;

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

    private Ids() {}

    /**
     * Reads an id; anything else is the address of nothing.
     *
     * @param kind what it would be the id of, in small letters
     */
    public static long parse(String text, String kind) {
        if (!FORM.matcher(text).matches()) {
            throw new Refusal(Problem.absent(kind, text));
        }
        return Long.parseLong(text);
    }
}
