package com.rentwave.contracts.rows;

import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;

/** Forms of values as they travel: positions of PostgreSQL, and times and days of the two sides. */
final class RowForms {

    static final String LSN = "[0-9A-F]{1,8}/[0-9A-F]{1,8}";
    static final String DAY = "\\d{4}-\\d\\d-\\d\\d";

    private static final String TIMESTAMP = DAY + "T\\d\\d:\\d\\d:\\d\\d\\.\\d{6}";
    private static final String EXAMPLE = "2026-11-20T09:00:00.123456";

    private RowForms() {}

    /** A form alone would let a number or an object through whose text has it. */
    static RegexMatcher form(String regex) {
        return new RegexMatcher(regex);
    }

    /** A time in the monolith's columns, which have no zone. */
    static LambdaDslObject localTime(LambdaDslObject row, String column) {
        return row.and(column, EXAMPLE, form(TIMESTAMP), TypeMatcher.INSTANCE);
    }

    /** A time in a service's columns. */
    static LambdaDslObject instant(LambdaDslObject row, String column) {
        return row.and(column, EXAMPLE + 'Z', form(TIMESTAMP + "Z"), TypeMatcher.INSTANCE);
    }

    static LambdaDslObject day(LambdaDslObject row, String column, String example) {
        return row.and(column, example, form(DAY), TypeMatcher.INSTANCE);
    }
}
