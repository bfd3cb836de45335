package com.rentwave.facade.ownership;

import com.rentwave.sync.Side;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The databases of each API's sides, as the coordinator reaches them.
 *
 * @param legacy the monolith's
 * @param services the new service's, by API
 */
public record SideDatabases(DataSource legacy, Map<String, DataSource> services) {

    public SideDatabases {
        services = Map.copyOf(services);
    }

    /** @throws IllegalArgumentException when the API does not move */
    public DataSource of(String api, Side side) {
        if (!services.containsKey(api)) {
            throw new IllegalArgumentException("no database of a service is known for the API " + api);
        }
        return switch (side) {
            case LEGACY -> legacy;
            case SERVICE -> services.get(api);
        };
    }
}
