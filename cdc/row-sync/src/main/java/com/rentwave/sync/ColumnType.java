package com.rentwave.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * The column types an API's rows are made of, each with the form its values have in a {@link RowChange}. A value always
 * has the same form, wherever it was read, so two rows are equal when their values are.
 */
public enum ColumnType {
    /** {@link Long}. */
    BIGINT("bigint"),
    /** {@link Long} within 32 bit. */
    INTEGER("integer"),
    /** {@link String}; also varchar and char. */
    TEXT("text"),
    /** {@link Boolean}. */
    BOOLEAN("boolean"),
    /** {@link String}, {@code 2026-11-20}; years have four digits, so the order of the strings is that of the days. */
    DATE("date"),
    /** {@link String}, {@code 2026-11-20T09:00:00.123456}, UTC by convention. */
    TIMESTAMP("timestamp"),
    /** {@link String}, {@code 2026-11-20T09:00:00.123456Z}. */
    TIMESTAMPTZ("timestamptz"),
    /** {@link String} that holds the JSON text; see {@link JsonText} for the form two texts are compared in. */
    JSONB("jsonb");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private final String sqlName;

    ColumnType(String sqlName) {
        this.sqlName = sqlName;
    }

    /** A parameter of this type in a statement; it may be bound as a string. */
    public String parameter() {
        return "cast(? as " + sqlName + ')';
    }

    /** A parameter that is an array of values of this type; it may be bound as an array of strings. */
    public String arrayParameter() {
        return "cast(? as " + sqlName + "[])";
    }

    /** The expression that reads a column of this type in the form of a row record. */
    public String selected(String column) {
        return switch (this) {
            case DATE -> "to_char(" + column + ", 'YYYY-MM-DD')";
            case TIMESTAMP -> "to_char(" + column + ", 'YYYY-MM-DD\"T\"HH24:MI:SS.US')";
            case TIMESTAMPTZ -> "to_char(" + column + " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
            case JSONB -> column + "::text";
            case BIGINT, INTEGER, TEXT, BOOLEAN -> column;
        };
    }

    /** Reads what {@link #selected} selected. */
    public Object read(ResultSet rows, int index) throws SQLException {
        Object value =
                switch (this) {
                    case BIGINT, INTEGER -> rows.getLong(index);
                    case BOOLEAN -> rows.getBoolean(index);
                    case JSONB -> JsonText.canonical(rows.getString(index));
                    case TEXT, DATE, TIMESTAMP, TIMESTAMPTZ -> rows.getString(index);
                };
        return rows.wasNull() ? null : value;
    }

    /**
     * The one form of a value.
     *
     * @throws MappingException when the value is not of this type
     */
    public Object canonical(Object value) {
        if (value == null) {
            return null;
        }
        return switch (this) {
            case BIGINT, INTEGER -> ((Number) wanted(Number.class, value)).longValue();
            case BOOLEAN -> wanted(Boolean.class, value);
            case JSONB -> JsonText.canonical((String) wanted(String.class, value));
            case DATE -> day((String) wanted(String.class, value));
            case TEXT, TIMESTAMP, TIMESTAMPTZ -> wanted(String.class, value);
        };
    }

    private static String day(String text) {
        if (!DAY.matcher(text).matches()) {
            throw new MappingException("not a day of four, two and two digits: " + text);
        }
        return text;
    }

    private Object wanted(Class<?> type, Object value) {
        if (!type.isInstance(value)) {
            throw new MappingException("a value of type " + value.getClass().getSimpleName() + " is not a " + sqlName);
        }
        return value;
    }
}
