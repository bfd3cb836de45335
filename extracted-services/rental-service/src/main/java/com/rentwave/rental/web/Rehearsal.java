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
import com.rentwave.service.session.BearerTokens;
import com.rentwave.service.store.KeptAnswer;
import com.rentwave.service.store.KeptAnswers;
import com.rentwave.service.store.Ownership;
import com.rentwave.service.web.Answer;
import com.rentwave.service.web.ReachedPositions;
import com.rentwave.service.web.RequestBody;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Goes through a few requests after the start, so that the first writes after a cutover, which users wait for, do not also
 * wait for classes to be loaded. Whatever it writes is rolled back, or refused by the guard as long as the other side owns;
 * the wallet is not asked for anything.
 */
@Component
class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final int TIMES = 5;
    private static final LocalDate LONG_AGO = LocalDate.of(1970, 1, 1);

    private static final byte[] BODY = """
            {"item":{"type":"vehicle","id":1},"from":"1970-01-01","to":"1970-01-02"}""".getBytes(StandardCharsets.UTF_8);

    /** {"alg":"ES256","kid":"rehearsal"}.{} with a signature of zeros: makes the keys be fetched, and is refused. */
    private static final String TOKEN = "Bearer eyJhbGciOiJFUzI1NiIsImtpZCI6InJlaGVhcnNhbCJ9.e30." + "A".repeat(86);

    private final Rentals rentals;
    private final Sagas sagas;
    private final RentalEvents events;
    private final Ownership ownership;
    private final KeptAnswers kept;
    private final BearerTokens tokens;
    private final ReachedPositions positions;
    private final Peer monolith;
    private final Clock clock;

    Rehearsal(
            Rentals rentals,
            Sagas sagas,
            RentalEvents events,
            Ownership ownership,
            KeptAnswers kept,
            BearerTokens tokens,
            ReachedPositions positions,
            Peer monolith,
            Clock clock) {
        this.rentals = rentals;
        this.sagas = sagas;
        this.events = events;
        this.ownership = ownership;
        this.kept = kept;
        this.tokens = tokens;
        this.positions = positions;
        this.monolith = monolith;
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
            monolith.get("/internal/health");
        } catch (NotReachable e) {
            LOG.debug("the rehearsal did without the monolith: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.info("the rehearsal ended early: {}", e.toString());
        }
    }

    private void once() {
        tokens.check(TOKEN);
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
        ownership.rehearse(() -> kept.keep(0, "rehearsal", new KeptAnswer("", 200, null, null, null)));
        positions.afterRead(Answer.of(200, null, null, null));
    }
}
