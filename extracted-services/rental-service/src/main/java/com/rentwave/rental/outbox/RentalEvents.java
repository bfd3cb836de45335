package com.rentwave.rental.outbox;

import com.rentwave.rental.LateDay;
import com.rentwave.rental.Rental;
import com.rentwave.service.outbox.Traces;
import com.rentwave.service.web.JsonWriter;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the world what becomes of rentals, in the transaction in which it does. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RentalEvents {

    private static final String INSERT = """
            INSERT INTO outbox (id, aggregate_type, aggregate_id, type, actor, trace, created_at, data)
            VALUES (?, 'rental', ?, ?, ?, ?, ?, ?::jsonb)""";

    private final JdbcClient database;
    private final Clock clock;

    RentalEvents(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void started(Rental rental) {
        add("rent.start", rental, rental.renterId(), data(rental));
    }

    public void returned(Rental rental) {
        add("rent.complete", rental, rental.renterId(), data(rental));
    }

    public void cancelled(Rental rental) {
        add("rent.cancel", rental, rental.renterId(), data(rental));
    }

    public void late(Rental rental, LateDay day) {
        JsonWriter data = data(rental)
                .field("day", day.day().toString())
                .field("lateDays", day.number())
                .field("fee", day.fee());
        add("rent.late", rental, null, data);
    }

    private void add(String type, Rental rental, Long actor, JsonWriter data) {
        database.sql(INSERT)
                .param(1, UUID.randomUUID())
                .param(2, Long.toString(rental.id()))
                .param(3, type)
                .param(4, actor, Types.BIGINT)
                .param(5, Traces.current(), Types.VARCHAR)
                .param(6, clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .param(7, data.endObject().toString())
                .update();
    }

    private static JsonWriter data(Rental rental) {
        return new JsonWriter()
                .beginObject()
                .name("item")
                .beginObject()
                .field("type", rental.item().type().word())
                .field("id", rental.item().id())
                .field("title", rental.title())
                .endObject()
                .field("renterId", rental.renterId())
                .field("ownerId", rental.ownerId())
                .field("from", rental.period().from().toString())
                .field("to", rental.period().to().toString())
                .field("price", rental.price())
                .field("currency", rental.currency());
    }
}
