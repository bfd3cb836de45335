package com.rentwave.legacy.rental;

import com.rentwave.legacy.clock.BusinessClock;
import com.rentwave.legacy.idempotency.Answer;
import com.rentwave.legacy.idempotency.Scope;
import com.rentwave.legacy.idempotency.SqlStates;
import com.rentwave.legacy.idempotency.Write;
import com.rentwave.legacy.idempotency.Writes;
import com.rentwave.legacy.offer.Offer;
import com.rentwave.legacy.wallet.Ledger;
import com.rentwave.legacy.web.FieldError;
import com.rentwave.legacy.web.Ids;
import com.rentwave.legacy.web.Problem;
import com.rentwave.legacy.web.Refusal;
import com.rentwave.legacy.web.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;

/** Renting, cancelling and giving back; the rental, the money and the events are one transaction. */
@ApplicationScoped
class RentalWrites {

    private static final String EXCLUDED = "23P01";

    private final Writes writes;
    private final Rentals rentals;
    private final Listing listing;
    private final Ledger ledger;
    private final LateCharges late;
    private final RentalEvents events;
    private final BusinessClock business;
    private final Clock clock;

    @Inject
    RentalWrites(
            Writes writes,
            Rentals rentals,
            Listing listing,
            Ledger ledger,
            LateCharges late,
            RentalEvents events,
            BusinessClock business,
            Clock clock) {
        this.writes = writes;
        this.rentals = rentals;
        this.listing = listing;
        this.ledger = ledger;
        this.late = late;
        this.events = events;
        this.business = business;
        this.clock = clock;
    }

    protected RentalWrites() {
        this(null, null, null, null, null, null, null, null);
    }

    Answer rent(Write write, RentalRequest wanted) {
        return writes.once(Scope.RENTALS, write, () -> {
            Item item = wanted.item();
            long id = rentals.nextId(item);
            Offer offer = offer(write.userId(), wanted);
            refuseWhatIsNotBack(wanted);
            Rental rental = Rental.begin(id, write.userId(), item, offer, wanted.period(), Times.now(clock));
            add(rental);
            ledger.pay(rental.charge(rental.price()));
            events.started(rental);
            return new Answer(201, RentalJson.text(rental), null, "/api/rentals/" + rental.id());
        });
    }

    /** Coming back twice changes nothing. */
    Answer giveBack(Write write, long id) {
        return writes.once(Scope.RENTALS, write, () -> {
            Rental rental = own(write.userId(), id);
            if (rental.status() == RentalStatus.CANCELLED) {
                throw Refusal.of(Problem.ALREADY_CANCELLED, "Rental " + id + " was cancelled.");
            }
            if (rental.status() == RentalStatus.ACTIVE) {
                LocalDateTime now = business.now();
                late.settle(rental, now.toLocalDate());
                rental.giveBack(now, Times.now(clock));
                events.returned(rental);
            }
            return new Answer(200, RentalJson.text(rental), null, null);
        });
    }

    /** Cancelling twice changes nothing. */
    Answer cancel(Write write, long id) {
        return writes.once(Scope.RENTALS, write, () -> {
            Rental rental = own(write.userId(), id);
            if (rental.status() != RentalStatus.CANCELLED) {
                LocalDateTime now = business.now();
                if (rental.status() == RentalStatus.RETURNED || rental.hasBegun(now.toLocalDate())) {
                    throw Refusal.of(
                            Problem.TOO_LATE_TO_CANCEL,
                            "Rental " + id + " can be cancelled until the day before it begins.");
                }
                rental.cancel(now, Times.now(clock));
                ledger.refund(rental.charge(rental.price()));
                events.cancelled(rental);
            }
            return new Answer(200, RentalJson.text(rental), null, null);
        });
    }

    private Rental own(long userId, long id) {
        return rentals.lock(id).filter(found -> found.isRentedBy(userId)).orElseThrow(() -> Ids.absent("rental", id));
    }

    private void add(Rental rental) {
        try {
            rentals.add(rental);
        } catch (PersistenceException e) {
            if (SqlStates.is(e, EXCLUDED)) {
                throw Refusal.of(
                        Problem.ALREADY_RENTED,
                        rental.item().named() + " is rented to somebody else on at least one of these days.");
            }
            throw e;
        }
    }

    private void refuseWhatIsNotBack(RentalRequest wanted) {
        if (rentals.isOut(wanted.item(), wanted.period(), business.today())) {
            throw Refusal.of(Problem.ALREADY_RENTED, wanted.item().named() + " should be back, but is not back yet.");
        }
    }

    private Offer offer(long renterId, RentalRequest wanted) {
        Offer offer = listing.find(wanted.item());
        if (offer.ownerId() == renterId) {
            throw Refusal.of(Problem.OWN_ITEM, wanted.item().named() + " is your own.");
        }
        if (!offer.available()) {
            throw Refusal.of(Problem.NOT_AVAILABLE, wanted.item().named() + " is not available at the moment.");
        }
        long days = wanted.period().days();
        if (days < offer.minDays() || days > offer.maxDays()) {
            String reason = "must be between " + offer.minDays() + " and " + offer.maxDays() + " days after from";
            throw Refusal.invalid(List.of(new FieldError("to", reason)));
        }
        return offer;
    }
}
