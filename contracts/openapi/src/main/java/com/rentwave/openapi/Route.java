package com.rentwave.openapi;

/**
 * An address and a method it answers.
 *
 * @param method in capitals
 * @param path with its variables in braces, such as {@code /api/vehicles/{id}}
 */
public record Route(String method, String path) implements Comparable<Route> {

    /** How many segments of a path are as this route says; -1 when they do not fit. */
    int fit(String[] segments) {
        String[] own = path.split("/", -1);
        if (own.length != segments.length) {
            return -1;
        }
        int same = 0;
        for (int i = 0; i < own.length; i++) {
            if (own[i].equals(segments[i])) {
                same++;
            } else if (!own[i].startsWith("{") || segments[i].isEmpty()) {
                return -1;
            }
        }
        return same;
    }

    @Override
    public int compareTo(Route other) {
        int byPath = path.compareTo(other.path);
        return byPath != 0 ? byPath : method.compareTo(other.method);
    }

    @Override
    public String toString() {
        return method + ' ' + path;
    }
}
