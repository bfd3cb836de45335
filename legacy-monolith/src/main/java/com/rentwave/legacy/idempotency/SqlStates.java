package com.rentwave.legacy.idempotency;

import java.sql.SQLException;

/** Finds what the database said inside the exceptions wrapped around it. */
public final class SqlStates {

    private SqlStates() {}

    /** The innermost SQL exception, or null. */
    public static SQLException find(Throwable failure) {
        SQLException found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                found = sql;
            }
        }
        return found;
    }

    public static boolean is(Throwable failure, String state) {
        SQLException cause = find(failure);
        return cause != null && state.equals(cause.getSQLState());
    }
}
