package com.rentwave.sync;

import java.util.Locale;

/**
 * A PostgreSQL log sequence number: a byte position in the write-ahead log, unsigned 64 bit.
 *
 * @param value the position in bytes, to be compared unsigned
 */
public record Lsn(long value) implements Comparable<Lsn> {

    /** Reads PostgreSQL's own form, {@code 16/B374D848}. */
    public static Lsn parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("not a log sequence number: " + text);
        }
        long high = Long.parseLong(text.substring(0, slash), 16);
        long low = Long.parseLong(text.substring(slash + 1), 16);
        return new Lsn(high << 32 | low);
    }

    @Override
    public int compareTo(Lsn other) {
        return Long.compareUnsigned(value, other.value);
    }

    public boolean isAtLeast(Lsn other) {
        return compareTo(other) >= 0;
    }

    private static String hex(long half) {
        return Long.toHexString(half).toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return hex(value >>> 32) + '/' + hex(value & 0xFFFFFFFFL);
    }
}
