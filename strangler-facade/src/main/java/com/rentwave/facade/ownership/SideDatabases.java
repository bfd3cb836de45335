package com.rentwave.facade.ownership;

import com.rentwave.sync.Side;
import javax.sql.DataSource;

/**
 * The database of each side, as the coordinator reaches it.
 *
 * @param legacy the monolith's
 * @param service the new service's
 */
public record SideDatabases(DataSource legacy, DataSource service) {

    public DataSource of(Side side) {
        return switch (side) {
            case LEGACY -> legacy;
            case SERVICE -> service;
        };
    }
}
