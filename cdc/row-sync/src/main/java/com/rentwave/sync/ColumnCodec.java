package com.rentwave.sync;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Turns the value of one legacy column into the value of its service column and back. Both ways undo each other on every
 * value the columns may hold; null stays null.
 */
public final class ColumnCodec {

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}");

    private final UnaryOperator<Object> toService;
    private final UnaryOperator<Object> toLegacy;

    private ColumnCodec(UnaryOperator<Object> toService, UnaryOperator<Object> toLegacy) {
        this.toService = toService;
        this.toLegacy = toLegacy;
    }

    /** @throws MappingException when the value has no counterpart */
    public Object toService(Object legacy) {
        return legacy == null ? null : toService.apply(legacy);
    }

    /** @throws MappingException when the value has no counterpart */
    public Object toLegacy(Object service) {
        return service == null ? null : toLegacy.apply(service);
    }

    static ColumnCodec same() {
        return new ColumnCodec(UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** Codes and words, given in turn: {@code codes("M", "MANUAL", "A", "AUTOMATIC")}. */
    static ColumnCodec codes(String... codesAndWords) {
        Map<Object, Object> words = new LinkedHashMap<>();
        Map<Object, Object> codes = new LinkedHashMap<>();
        for (int i = 0; i < codesAndWords.length; i += 2) {
            words.put(codesAndWords[i], codesAndWords[i + 1]);
            codes.put(codesAndWords[i + 1], codesAndWords[i]);
        }
        if (words.size() * 2 != codesAndWords.length || codes.size() != words.size()) {
            throw new IllegalArgumentException("codes and words must pair up one to one");
        }
        return new ColumnCodec(code -> known(words, code), word -> known(codes, word));
    }

    static ColumnCodec yesNo() {
        return new ColumnCodec(
                flag -> known(Map.of("Y", Boolean.TRUE, "N", Boolean.FALSE), flag),
                flag -> known(Map.of(Boolean.TRUE, "Y", Boolean.FALSE, "N"), flag));
    }

    /** A timestamp without zone that is UTC by convention, and one with zone. */
    static ColumnCodec utc() {
        return new ColumnCodec(time -> checked((String) time) + 'Z', time -> {
            String text = (String) time;
            if (!text.endsWith("Z")) {
                throw new MappingException("not a time in UTC: " + text);
            }
            return checked(text.substring(0, text.length() - 1));
        });
    }

    /** Lines {@code key=value} sorted by key, with backslash escapes, and a JSON object of strings. */
    static ColumnCodec attributes() {
        return new ColumnCodec(
                lines -> JsonText.write(readLines((String) lines)), json -> writeLines(JsonText.read((String) json)));
    }

    private static Object known(Map<Object, Object> words, Object value) {
        Object word = words.get(value);
        if (word == null) {
            throw new MappingException('"' + String.valueOf(value) + "\" is none of " + words.keySet());
        }
        return word;
    }

    private static String checked(String time) {
        if (!TIME.matcher(time).matches()) {
            throw new MappingException("not a time with six digits after the second: " + time);
        }
        return time;
    }

    private static String writeLines(SortedMap<String, String> map) {
        StringBuilder lines = new StringBuilder();
        map.forEach((key, value) -> {
            lines.append(lines.isEmpty() ? "" : "\n");
            escape(key, lines);
            lines.append('=');
            escape(value, lines);
        });
        return lines.toString();
    }

    private static void escape(String text, StringBuilder lines) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '=') {
                lines.append('\\').append(c);
            } else if (c == '\n') {
                lines.append("\\n");
            } else {
                lines.append(c);
            }
        }
    }

    private static SortedMap<String, String> readLines(String lines) {
        SortedMap<String, String> map = new TreeMap<>();
        if (lines.isEmpty()) {
            return map;
        }
        for (String line : lines.split("\n", -1)) {
            readLine(line, map);
        }
        return map;
    }

    private static void readLine(String line, SortedMap<String, String> map) {
        StringBuilder part = new StringBuilder();
        String key = null;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                part.append(unescaped(line.charAt(++i)));
            } else if (c == '=' && key == null) {
                key = part.toString();
                part.setLength(0);
            } else if (c == '\\' || c == '=') {
                throw new MappingException("an attribute line has a stray '" + c + '\'');
            } else {
                part.append(c);
            }
        }
        if (key == null) {
            throw new MappingException("an attribute line has no '='");
        }
        if (map.put(key, part.toString()) != null) {
            throw new MappingException("attribute \"" + key + "\" is there twice");
        }
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case '\\', '=' -> c;
            default -> throw new MappingException("an attribute line has an unknown escape '\\" + c + '\'');
        };
    }
}
