package com.rentwave.legacy.web;

import java.time.LocalDateTime;

/** Names of versions. */
public final class Versions {

    private static final int BASE_36 = 36;

    private Versions() {}

    /**
     * The tag of one state of one thing, quotes included. Version and time of creation together name it for ever, even when
     * rows are written by somebody else.
     */
    public static String etag(long version, LocalDateTime createdAt) {
        return '"' + Long.toString(version) + '-' + Long.toString(Times.micros(createdAt), BASE_36) + '"';
    }
}
