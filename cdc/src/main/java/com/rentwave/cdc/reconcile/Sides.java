package com.rentwave.cdc.reconcile;

import java.sql.SQLException;
import javax.sql.DataSource;

/** The two databases an API's rows live in. */
public record Sides(DataSource legacy, DataSource service) {

    Connections open(String api) throws SQLException {
        return Connections.open(this, api);
    }
}
