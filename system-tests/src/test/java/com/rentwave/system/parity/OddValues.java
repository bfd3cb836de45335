package com.rentwave.system.parity;

import java.util.List;
import java.util.stream.Stream;

/** JSON values, as they stand in a body, that most fields must refuse. */
final class OddValues {

    private static final List<String> FOR_ANY_FIELD = List.of(
            "null",
            "true",
            "\"\"",
            "\" \"",
            "\"x\"",
            "-1",
            "0",
            "1.0",
            "1e2",
            "1.5",
            "[]",
            "{}",
            "\"a\\u0000b\"",
            "\"\\ud800\"");

    private OddValues() {}

    /** Those that are odd anywhere, and then some of one API. */
    static List<String> and(String... others) {
        return Stream.concat(FOR_ANY_FIELD.stream(), Stream.of(others)).toList();
    }
}
