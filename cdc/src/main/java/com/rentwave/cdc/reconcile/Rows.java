package com.rentwave.cdc.reconcile;

import java.sql.SQLException;
import java.util.Map;

/** Rows of a table in the order of their keys. */
interface Rows {

    /** The next row; null after the last. */
    Map<String, Object> next() throws SQLException;
}
