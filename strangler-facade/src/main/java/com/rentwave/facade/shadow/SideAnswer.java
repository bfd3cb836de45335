package com.rentwave.facade.shadow;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a side answered to a read.
 *
 * @param headers by lower-case name, several values joined
 */
public record SideAnswer(int status, Map<String, String> headers, byte[] body) {

    private static final int TOO_EARLY = 425;

    public SideAnswer {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = lower;
    }

    /** A header's value; empty text when it is not there. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Whether the side has not applied the position it was asked for. */
    boolean isBehind() {
        return status == TOO_EARLY;
    }
}
