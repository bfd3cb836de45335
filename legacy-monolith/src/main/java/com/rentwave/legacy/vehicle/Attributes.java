package com.rentwave.legacy.vehicle;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A vehicle's free-form attributes as the table holds them: one line {@code name=value} for each, sorted by name;
 * backslash, equals sign and newline are escaped by a backslash. No attributes are the empty text.
 */
final class Attributes {

    private Attributes() {}

    static String text(SortedMap<String, String> attributes) {
        return attributes.entrySet().stream().map(Attributes::line).collect(Collectors.joining("\n"));
    }

    /** One attribute's line. */
    static String line(Map.Entry<String, String> attribute) {
        return escape(attribute.getKey()) + '=' + escape(attribute.getValue());
    }

    static SortedMap<String, String> parse(String text) {
        SortedMap<String, String> attributes = new TreeMap<>();
        if (!text.isEmpty()) {
            for (String line : text.split("\n", -1)) {
                put(attributes, line);
            }
        }
        return attributes;
    }

    private static void put(Map<String, String> attributes, String line) {
        StringBuilder part = new StringBuilder();
        String name = null;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                char escaped = line.charAt(++i);
                part.append(escaped == 'n' ? '\n' : escaped);
            } else if (c == '=' && name == null) {
                name = part.toString();
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        if (name == null) {
            throw new IllegalArgumentException("not a line name=value");
        }
        attributes.put(name, part.toString());
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("=", "\\=").replace("\n", "\\n");
    }
}
