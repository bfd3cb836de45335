package com.rentwave.facade.console;

import java.util.Locale;

/** What somebody may do at the console. */
enum Role {
    /** Sees everything and changes nothing. */
    VIEWER,
    /** Orders moves too. */
    OPERATOR;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a request by this method may be made. */
    boolean may(String method) {
        return this == OPERATOR || method.equals("GET") || method.equals("HEAD");
    }
}
