package com.rentwave.vehicle.web;

import com.rentwave.service.session.BearerTokens;
import com.rentwave.service.store.KeptAnswer;
import com.rentwave.service.store.KeptAnswers;
import com.rentwave.service.store.Ownership;
import com.rentwave.service.web.Answer;
import com.rentwave.service.web.JsonWriter;
import com.rentwave.service.web.ReachedPositions;
import com.rentwave.service.web.RequestBody;
import com.rentwave.vehicle.Vehicle;
import com.rentwave.vehicle.VehicleDetails;
import com.rentwave.vehicle.Vehicles;
import com.rentwave.vehicle.outbox.VehicleEvents;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Goes through a few requests after the start, so that the first writes after a cutover, which users wait for, do not also
 * wait for classes to be loaded. Whatever it writes is rolled back, or refused by the guard as long as the other side owns.
 */
@Component
class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final int TIMES = 5;

    private static final byte[] BODY = """
            {"make":"a","model":"b","year":2000,"sizeClass":"MINI","seats":1,"bootLitres":0,"transmission":"MANUAL",
            "fuel":"PETROL","drive":"ALL","attributes":{"a":"b"},"pricePerDay":0,"lateFeePerDay":0,"currency":"EUR"}""".getBytes(StandardCharsets.UTF_8);

    /** {"alg":"ES256","kid":"rehearsal"}.{} with a signature of zeros: makes the keys be fetched, and is refused. */
    private static final String TOKEN = "Bearer eyJhbGciOiJFUzI1NiIsImtpZCI6InJlaGVhcnNhbCJ9.e30." + "A".repeat(86);

    private final Vehicles vehicles;
    private final VehicleEvents events;
    private final Ownership ownership;
    private final KeptAnswers kept;
    private final BearerTokens tokens;
    private final ReachedPositions positions;
    private final Clock clock;

    Rehearsal(
            Vehicles vehicles,
            VehicleEvents events,
            Ownership ownership,
            KeptAnswers kept,
            BearerTokens tokens,
            ReachedPositions positions,
            Clock clock) {
        this.vehicles = vehicles;
        this.events = events;
        this.ownership = ownership;
        this.kept = kept;
        this.tokens = tokens;
        this.positions = positions;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread thread = new Thread(this::run, "rehearsal");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            for (int i = 0; i < TIMES; i++) {
                once();
            }
        } catch (RuntimeException e) {
            LOG.info("the rehearsal ended early: {}", e.toString());
        }
    }

    private void once() {
        tokens.check(TOKEN);
        VehicleDetails details = VehicleJson.readDetails(RequestBody.of(BODY).object());
        vehicles.find(0);
        vehicles.list(QueryParameters.read("limit=1&q=a"));
        // Ids below 1 are nobody's, so no lock and no unique index is in anybody's way.
        ownership.rehearse(() -> {
            Vehicle vehicle = new Vehicle(0, 0, details, clock.instant());
            vehicles.add(vehicle);
            vehicles.flush();
            events.added(vehicle);
            VehicleJson.write(new JsonWriter(), vehicle);
        });
        ownership.rehearse(() -> kept.keep(0, "rehearsal", new KeptAnswer("", 200, null, null, null)));
        positions.afterRead(Answer.of(200, null, null, null));
    }
}
