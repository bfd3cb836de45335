package com.rentwave.legacy.web;

import java.sql.SQLException;

/** Tells a request that never reached the database from one that failed in it. */
final class Outage {

    private Outage() {}

    /** No connection could be had, so nothing of the request happened. */
    static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && "08001".equals(sql.getSQLState())
                    || cause.getClass().getName().equals("jakarta.resource.ResourceException")) {
                return true;
            }
        }
        return false;
    }

    static Refusal refusal() {
        return Refusal.of(Problem.UNAVAILABLE, "The database cannot be reached.")
                .with("Retry-After", "1");
    }
}
