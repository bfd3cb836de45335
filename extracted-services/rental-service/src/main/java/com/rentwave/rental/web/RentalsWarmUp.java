package com.rentwave.rental.web;

import com.rentwave.rental.Item;
import com.rentwave.rental.ItemType;
import com.rentwave.rental.Offer;
import com.rentwave.rental.Period;
import com.rentwave.rental.Rental;
import com.rentwave.rental.outbox.RentalEvents;
import com.rentwave.rental.peer.NotReachable;
import com.rentwave.rental.peer.Peer;
import com.rentwave.rental.saga.Sagas;
import com.rentwave.rental.store.Rentals;
import com.rentwave.rental.store.Rentals.Role;
import com.rentwave.service.store.Ownership;
import com.rentwave.service.web.RequestBody;
import com.rentwave.service.web.WarmUpWork;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads and begins a rental that is nobody's; the wallet is not asked for anything. */
@Component
class RentalsWarmUp implements WarmUpWork {

    private static final Logger LOG = LoggerFactory.getLogger(RentalsWarmUp.class);
    private static final LocalDate LONG_AGO = LocalDate.of(1970, 1, 1);

    private static final byte[] BODY = """
            {"item":{"type":"vehicle","id":1},"from":"1970-01-01","to":"1970-01-02"}""".getBytes(StandardCharsets.UTF_8);

    private final Rentals rentals;
    private final Sagas sagas;
    private final RentalEvents events;
    private final Ownership ownership;
    private final Peer monolith;
    private final Clock clock;

    RentalsWarmUp(Rentals rentals, Sagas sagas, RentalEvents events, Ownership ownership, Peer monolith, Clock clock) {
        this.rentals = rentals;
        this.sagas = sagas;
        this.events = events;
        this.ownership = ownership;
        this.monolith = monolith;
        this.clock = clock;
    }

    @Override
    public void once() {
        RentalRequest wanted = RentalRequest.read(RequestBody.of(BODY).object(), LONG_AGO);
        rentals.find(0);
        rentals.list(0, Role.RENTER, 1);
        // Ids below 1 are nobody's, so no lock and no unique index is in anybody's way.
        Item item = new Item(ItemType.VEHICLE, 0);
        Offer offer = new Offer("", 0, 0, 0, "EUR", 1, 1, true);
        Period period = wanted.period();
        ownership.rehearse(() -> {
            Rental rental = Rental.begin(0, 0, item, offer, period, clock.instant());
            sagas.leftBehind(0, null);
            sagas.mustNotBeClaimed(item, period);
            sagas.beginRent(rental, null);
            rentals.add(rental);
            events.started(rental);
            RentalJson.text(rental);
        });
    }

    @Override
    public void last() {
        try {
            monolith.get("/internal/health");
        } catch (NotReachable e) {
            LOG.debug("the warm-up did without the monolith: {}", e.getMessage());
        }
    }
}
