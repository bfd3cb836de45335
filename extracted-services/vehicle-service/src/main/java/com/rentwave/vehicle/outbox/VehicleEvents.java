package com.rentwave.vehicle.outbox;

import com.rentwave.service.outbox.Traces;
import com.rentwave.vehicle.Vehicle;
import com.rentwave.vehicle.VehicleDetails;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the world what owners did with their vehicles, in the transaction in which they did it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class VehicleEvents {

    private static final String INSERT = """
            INSERT INTO outbox (id, aggregate_type, aggregate_id, type, actor, trace, created_at, data)
            VALUES (?, 'vehicle', ?, ?, ?, ?, ?, jsonb_build_object('change', ?::text, 'ownerId', ?::bigint,
                'title', ?::text, 'pricePerDay', ?::bigint, 'currency', ?::text, 'available', ?::boolean))""";

    private final JdbcClient database;
    private final Clock clock;

    VehicleEvents(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void added(Vehicle vehicle) {
        add("vehicle.add", "add", vehicle, vehicle.available());
    }

    public void changed(Vehicle vehicle) {
        add("vehicle.update", "change", vehicle, vehicle.available());
    }

    public void offered(Vehicle vehicle) {
        add("vehicle.update", "availability", vehicle, vehicle.available());
    }

    public void removed(Vehicle vehicle) {
        add("vehicle.update", "delete", vehicle, false);
    }

    private void add(String type, String change, Vehicle vehicle, boolean available) {
        VehicleDetails details = vehicle.details();
        database.sql(INSERT)
                .param(UUID.randomUUID())
                .param(Long.toString(vehicle.id()))
                .param(type)
                .param(vehicle.ownerId())
                .param(Traces.current())
                .param(clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .param(change)
                .param(vehicle.ownerId())
                .param(details.make() + ' ' + details.model())
                .param(details.pricePerDay())
                .param(details.currency())
                .param(available)
                .update();
    }
}
