package com.rentwave.cdc.reconcile;

import java.sql.SQLException;
import javax.sql.DataSource;

/** The two databases an API's rows live in. */
public final class Sides {

    private final KeptConnection legacy;
    private final KeptConnection service;

    public Sides(DataSource legacy, DataSource service) {
        this.legacy = new KeptConnection(legacy);
        this.service = new KeptConnection(service);
    }

    Connections open(String api) throws SQLException {
        return Connections.open(legacy, service, api);
    }
}
