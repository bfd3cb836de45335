package com.rentwave.facade.gateway;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A path that every backend reads the same way. Whatever one of them might spell out differently (dots, double or
 * encoded slashes, parameters of a segment, needless percent signs) has no reading here and goes nowhere.
 *
 * @param raw the path as it was sent and as it is forwarded
 * @param api the API's name when the path is below {@code /api/}, else empty
 */
record RequestPath(String raw, Optional<String> api) {

    private static final String API_ROOT = "api";

    /** What only our own parts may ask, and what a server of Java applications keeps for itself. */
    private static final Set<String> INTERNAL = Set.of("internal", "web-inf", "meta-inf");

    /** Reads a raw path; empty when it is internal or has more than one reading. */
    static Optional<RequestPath> of(String raw) {
        if (!raw.startsWith("/") || !plain(raw)) {
            return Optional.empty();
        }
        String[] segments = raw.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if (segments[i].isEmpty() && !last || segments[i].equals(".") || segments[i].equals("..")) {
                return Optional.empty();
            }
        }
        boolean underApi = segments[0].equals(API_ROOT);
        if (internal(segments[0]) || segments.length > 1 && isApi(segments[0]) && internal(segments[1])) {
            return Optional.empty();
        }
        return Optional.of(
                new RequestPath(raw, underApi && segments.length > 1 ? Optional.of(segments[1]) : Optional.empty()));
    }

    /** Whether the path is {@code /api} or below it, where answers are JSON. */
    static boolean isUnderApi(String raw) {
        return raw.equals("/" + API_ROOT) || raw.startsWith("/" + API_ROOT + "/");
    }

    private static boolean isApi(String segment) {
        return segment.toLowerCase(Locale.ROOT).equals(API_ROOT);
    }

    private static boolean internal(String segment) {
        return INTERNAL.contains(segment.toLowerCase(Locale.ROOT));
    }

    /** Only characters and encodings that mean themselves: an encoding must be of a byte that has no plain spelling. */
    private static boolean plain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c <= ' ' || c >= 0x7F || c == ';' || c == '\\') {
                return false;
            }
            if (c == '%') {
                int value = i + 2 < raw.length() ? hex(raw, i + 1) : -1;
                if (value < ' ' || value < 0x80 && hasPlainSpelling((char) value)) {
                    return false;
                }
                i += 2;
            }
        }
        return true;
    }

    private static int hex(String raw, int at) {
        int high = Character.digit(raw.charAt(at), 16);
        int low = Character.digit(raw.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static boolean hasPlainSpelling(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || "-._~/\\;%".indexOf(c) >= 0
                || c == 0x7F;
    }
}
