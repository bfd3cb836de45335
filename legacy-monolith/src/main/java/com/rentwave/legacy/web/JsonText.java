package com.rentwave.legacy.web;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes JSON without whitespace, members in the order they are added. Only what JSON demands is escaped, control
 * characters as {@code \}{@code u001F} in upper case: the answers are the same bytes from every side.
 */
public final class JsonText {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final StringBuilder out = new StringBuilder(512);
    private final Deque<Character> open = new ArrayDeque<>();
    private boolean first = true;

    public JsonText object() {
        return begin('{', '}');
    }

    public JsonText array() {
        return begin('[', ']');
    }

    /** Ends what was begun last. */
    public JsonText end() {
        out.append(open.pop());
        first = false;
        return this;
    }

    public JsonText name(String name) {
        comma();
        quote(name);
        out.append(':');
        first = true;
        return this;
    }

    public JsonText field(String name, String value) {
        name(name);
        return value == null ? raw("null") : string(value);
    }

    public JsonText field(String name, long value) {
        return name(name).number(value);
    }

    public JsonText field(String name, boolean value) {
        return name(name).raw(Boolean.toString(value));
    }

    public JsonText string(String value) {
        comma();
        quote(value);
        return this;
    }

    public JsonText number(long value) {
        comma();
        out.append(value);
        return this;
    }

    /** A value that is JSON already. */
    public JsonText raw(String json) {
        comma();
        out.append(json);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private JsonText begin(char start, char end) {
        comma();
        out.append(start);
        open.push(end);
        first = true;
        return this;
    }

    private void comma() {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    private void quote(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            escape(value.charAt(i));
        }
        out.append('"');
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < 0x20) {
                    out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 0xF]);
                } else {
                    out.append(c);
                }
            }
        }
    }
}
