package com.rentwave.legacy.web;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;

/** Tells a request that never reached the database from one that failed in it. */
final class Outage {

    private static final Logger LOG = System.getLogger(Outage.class.getName());

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

    /** What is said about a failure that nobody foresaw: it is logged, and never shown. */
    static Refusal unforeseen(Throwable failure) {
        if (isOutage(failure)) {
            LOG.log(Level.WARNING, "no database: {0}", failure.toString());
            return refusal();
        }
        LOG.log(Level.ERROR, "unforeseen", failure);
        return Refusal.internalError();
    }

    private static Refusal refusal() {
        return Refusal.of(Problem.UNAVAILABLE, "The database cannot be reached.")
                .with("Retry-After", "1");
    }
}
