package com.rentwave.rental.web;

import com.rentwave.rental.Item;
import com.rentwave.rental.Offer;
import com.rentwave.rental.Refused;
import com.rentwave.rental.Rental;
import com.rentwave.rental.RentalStatus;
import com.rentwave.rental.clock.BusinessClock;
import com.rentwave.rental.late.LateCharges;
import com.rentwave.rental.late.LateCharges.Settled;
import com.rentwave.rental.offer.Offers;
import com.rentwave.rental.outbox.RentalEvents;
import com.rentwave.rental.saga.SagaRunner;
import com.rentwave.rental.saga.Sagas;
import com.rentwave.rental.saga.Sagas.Overtaken;
import com.rentwave.rental.store.Rentals;
import com.rentwave.rental.wallet.Payment;
import com.rentwave.rental.wallet.Wallet;
import com.rentwave.service.web.Answer;
import com.rentwave.service.web.WriteRequest;
import com.rentwave.service.web.Writes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Renting, cancelling and giving back. The rental, its event and its kept answer are one transaction of this database; what
 * has to follow in the wallet is stored with it, and done before the answer when the wallet answers, afterwards when it does
 * not.
 *
 * <p>Renting holds its transaction open while the money is reserved: a fence waits for it or comes before it, so no renting is
 * ever half way at one, and nobody is told to go to the owner after money was asked for. Whatever becomes of the transaction,
 * the saga's stored status tells what is to be done: let go, or book.
 */
@Component
class RentalWrites {

    private static final Logger LOG = LoggerFactory.getLogger(RentalWrites.class);
    private static final int MOST_ATTEMPTS = 3;

    private final Writes writes;
    private final Rentals rentals;
    private final Offers offers;
    private final Wallet wallet;
    private final Sagas sagas;
    private final SagaRunner runner;
    private final LateCharges late;
    private final RentalEvents events;
    private final BusinessClock business;
    private final Clock clock;

    RentalWrites(
            Writes writes,
            Rentals rentals,
            Offers offers,
            Wallet wallet,
            Sagas sagas,
            SagaRunner runner,
            LateCharges late,
            RentalEvents events,
            BusinessClock business,
            Clock clock) {
        this.writes = writes;
        this.rentals = rentals;
        this.offers = offers;
        this.wallet = wallet;
        this.sagas = sagas;
        this.runner = runner;
        this.late = late;
        this.events = events;
        this.business = business;
        this.clock = clock;
    }

    /** Who is overtaken begins again: nothing of what he began will happen. */
    Answer rent(WriteRequest write, RentalRequest wanted) {
        for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
            try {
                return rentOnce(write, wanted);
            } catch (Overtaken e) {
                LOG.info("renting: {}", e.getMessage());
            }
        }
        return rentOnce(write, wanted);
    }

    private Answer rentOnce(WriteRequest write, RentalRequest wanted) {
        return inSaga(write, begun -> {
            write.key()
                    .ifPresent(key -> runner.tryAll(sagas.abandoned(write.user().id(), key)));
            Item item = wanted.item();
            long id = rentals.nextId(item);
            Offer offer = offers.of(item);
            offer.mustBeFor(write.user().id(), item, wanted.period());
            refuseWhatIsNotBack(wanted);
            Rental rental = Rental.begin(id, write.user().id(), item, offer, wanted.period(), now());
            rentals.add(rental);
            UUID saga = sagas.beginRent(rental, write.key().orElse(null), begun);
            wallet.reserve(saga, Payment.of(rental, rental.price()));
            sagas.confirmRent(saga);
            events.started(rental);
            return Answer.of(201, RentalJson.text(rental), null, "/api/rentals/" + rental.id());
        });
    }

    /** Coming back twice changes nothing. */
    Answer giveBack(WriteRequest write, long id) {
        return inSaga(write, begun -> {
            Rental rental = own(write, id);
            if (rental.status() == RentalStatus.CANCELLED) {
                throw new Refused(Refused.Why.ALREADY_CANCELLED, "Rental " + id + " was cancelled.");
            }
            if (rental.status() == RentalStatus.ACTIVE) {
                Instant at = business.now();
                LocalDate today = BusinessClock.day(at);
                Settled settled = late.settle(rental, today);
                begun.addAll(settled.begun());
                rental = settled.rental().giveBack(at, today, now());
                rentals.change(rental);
                events.returned(rental);
            }
            return Answer.of(200, RentalJson.text(rental), null, null);
        });
    }

    /** Cancelling twice changes nothing. */
    Answer cancel(WriteRequest write, long id) {
        return inSaga(write, begun -> {
            Rental rental = own(write, id);
            if (rental.status() != RentalStatus.CANCELLED) {
                Instant at = business.now();
                LocalDate today = BusinessClock.day(at);
                if (rental.status() == RentalStatus.RETURNED || rental.hasBegun(today)) {
                    throw new Refused(
                            Refused.Why.TOO_LATE_TO_CANCEL,
                            "Rental " + id + " can be cancelled until the day before it begins.");
                }
                rental = rental.cancel(at, today, now());
                rentals.change(rental);
                begun.addAll(sagas.beginCancel(rental));
                events.cancelled(rental);
            }
            return Answer.of(200, RentalJson.text(rental), null, null);
        });
    }

    /** Whatever became of the change, and of its COMMIT: what its sagas' stored status asks for is done now if it can be. */
    private Answer inSaga(WriteRequest write, Function<List<UUID>, Answer> change) {
        List<UUID> begun = new ArrayList<>();
        try {
            return writes.run(write, () -> change.apply(begun));
        } finally {
            runner.tryAll(begun);
        }
    }

    private Rental own(WriteRequest write, long id) {
        return rentals.lock(id)
                .filter(found -> found.isRentedBy(write.user().id()))
                .orElseThrow(() -> Refused.absent("rental", id));
    }

    private void refuseWhatIsNotBack(RentalRequest wanted) {
        if (rentals.isOut(wanted.item(), wanted.period(), business.today())) {
            throw new Refused(
                    Refused.Why.ALREADY_RENTED, wanted.item().named() + " should be back, but is not back yet.");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
