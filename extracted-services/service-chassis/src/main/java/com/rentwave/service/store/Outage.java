package com.rentwave.service.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** Tells a request that never reached the database from one that failed in it. */
public final class Outage {

    private static final String CANNOT_CONNECT = "08001";

    private Outage() {}

    /** No connection could be had, so nothing of the request happened. */
    public static boolean isOutage(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLTransientConnectionException
                    || t instanceof SQLException e && CANNOT_CONNECT.equals(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
