package com.rentwave.legacy.rental;

import com.rentwave.legacy.idempotency.Answer;
import com.rentwave.legacy.idempotency.Scope;
import com.rentwave.legacy.idempotency.SqlStates;
import com.rentwave.legacy.idempotency.Write;
import com.rentwave.legacy.idempotency.Writes;
import com.rentwave.legacy.vehicle.VehicleOffers;
import com.rentwave.legacy.vehicle.VehicleOffers.Offer;
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
import java.util.List;

/** Renting and giving back; the rental and the money are one transaction. */
@ApplicationScoped
class RentalWrites {

    private static final String EXCLUDED = "23P01";

    private final Writes writes;
    private final Rentals rentals;
    private final VehicleOffers offers;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    RentalWrites(Writes writes, Rentals rentals, VehicleOffers offers, Ledger ledger, Clock clock) {
        this.writes = writes;
        this.rentals = rentals;
        this.offers = offers;
        this.ledger = ledger;
        this.clock = clock;
    }

    protected RentalWrites() {
        this(null, null, null, null, null);
    }

    Answer rent(Write write, RentalRequest wanted) {
        return writes.once(Scope.LEGACY, write, () -> {
            long id = rentals.nextId(wanted.vehicleId());
            RentalTerms terms = terms(write.userId(), wanted);
            Rental rental = Rental.begin(id, write.userId(), terms, wanted.period(), Times.now(clock));
            add(rental);
            ledger.pay(rental.renterId(), rental.ownerId(), rental.price(), rental.currency(), rental.id());
            return new Answer(201, RentalJson.text(rental), null, "/api/rentals/" + rental.id());
        });
    }

    Answer giveBack(Write write, long id) {
        return writes.once(Scope.LEGACY, write, () -> {
            Rental rental = rentals.lock(id)
                    .filter(found -> found.isRentedBy(write.userId()))
                    .orElseThrow(() -> Ids.absent("rental", id));
            rental.giveBack(Times.now(clock));
            return new Answer(200, RentalJson.text(rental), null, null);
        });
    }

    private void add(Rental rental) {
        try {
            rentals.add(rental);
        } catch (PersistenceException e) {
            if (SqlStates.is(e, EXCLUDED)) {
                throw Refusal.of(
                        Problem.ALREADY_RENTED,
                        "Vehicle " + rental.itemId() + " is rented to somebody else on at least one of these days.");
            }
            throw e;
        }
    }

    private RentalTerms terms(long renterId, RentalRequest wanted) {
        long id = wanted.vehicleId();
        Offer offer = offers.find(id).orElseThrow(() -> Ids.absent("vehicle", id));
        if (offer.ownerId() == renterId) {
            throw Refusal.of(Problem.OWN_ITEM, "Vehicle " + id + " is your own.");
        }
        if (!offer.available()) {
            throw Refusal.of(Problem.NOT_AVAILABLE, "Vehicle " + id + " is not available at the moment.");
        }
        long days = wanted.period().days();
        if (days < offer.minDays() || days > offer.maxDays()) {
            String reason = "must be between " + offer.minDays() + " and " + offer.maxDays() + " days after from";
            throw Refusal.invalid(List.of(new FieldError("to", reason)));
        }
        return new RentalTerms(id, offer.title(), offer.ownerId(), offer.pricePerDay(), offer.currency());
    }
}
