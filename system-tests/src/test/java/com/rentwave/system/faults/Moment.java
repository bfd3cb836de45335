package com.rentwave.system.faults;

import com.rentwave.platform.Platform;
import java.sql.SQLException;

/** Where a renting stands when a part is killed. */
enum Moment {

    /** The wallet is about to reserve the money. */
    RESERVING("legacy", "t_hld"),

    /** The money is reserved, the rental is not there yet. */
    RESERVED("rental_service", "outbox"),

    /** The rental is there, and the wallet is about to move the money. */
    CONFIRMING("legacy", "t_ent"),

    /** The money has moved, and the service has not noted it. */
    CONFIRMED("legacy", "t_ent") {
        @Override
        Roadblock reached(Platform platform, Runnable request) throws SQLException {
            try (Roadblock before = CONFIRMING.reached(platform, request)) {
                Roadblock roadblock = Roadblock.at(platform.jdbc("rental_service"), "saga");
                before.close();
                roadblock.awaitSomebody();
                return roadblock;
            }
        }
    };

    private final String database;
    private final String table;

    Moment(String database, String table) {
        this.database = database;
        this.table = table;
    }

    /** Begins the request, and returns when it stands there. */
    Roadblock reached(Platform platform, Runnable request) throws SQLException {
        Roadblock roadblock = Roadblock.at(platform.jdbc(database), table);
        request.run();
        roadblock.awaitSomebody();
        return roadblock;
    }
}
