package com.rentwave.legacy.rental;

import com.rentwave.legacy.clock.BusinessClock;
import com.rentwave.legacy.idempotency.Ownership;
import com.rentwave.legacy.idempotency.Scope;
import com.rentwave.legacy.wallet.Ledger;
import com.rentwave.legacy.web.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Charges days late, each exactly once: the rental's row is locked while a day is added, and the day's own row can be there
 * only once. The day, its fee and its event are one transaction.
 */
@ApplicationScoped
class LateCharges {

    private final Ownership ownership;
    private final Rentals rentals;
    private final Ledger ledger;
    private final RentalEvents events;
    private final BusinessClock business;
    private final Clock clock;

    @Inject
    LateCharges(
            Ownership ownership,
            Rentals rentals,
            Ledger ledger,
            RentalEvents events,
            BusinessClock business,
            Clock clock) {
        this.ownership = ownership;
        this.rentals = rentals;
        this.ledger = ledger;
        this.events = events;
        this.business = business;
        this.clock = clock;
    }

    protected LateCharges() {
        this(null, null, null, null, null, null);
    }

    /**
     * Charges the rental's next day late, in a transaction of its own; false when there is none.
     *
     * @throws RuntimeException that {@link Ownership#isMissing} knows when another side owns rentals
     */
    @Transactional(TxType.REQUIRES_NEW)
    boolean chargeNext(long rentalId) {
        ownership.require(Scope.RENTALS);
        Rental rental = rentals.lock(rentalId).orElse(null);
        if (rental == null || !rental.isOwed(business.today())) {
            return false;
        }
        charge(rental);
        return true;
    }

    /** Charges whatever is still open up to today, in the caller's transaction, which has locked the rental. */
    @Transactional(TxType.MANDATORY)
    void settle(Rental rental, LocalDate today) {
        while (rental.isOwed(today)) {
            charge(rental);
        }
    }

    private void charge(Rental rental) {
        LocalDateTime now = Times.now(clock);
        LateDay day = rental.addLateDay(now);
        rentals.add(rental, day, now);
        ledger.chargeLateDay("late:" + rental.id() + ':' + day.day(), rental.charge(day.fee()));
        events.late(rental, day);
    }
}
