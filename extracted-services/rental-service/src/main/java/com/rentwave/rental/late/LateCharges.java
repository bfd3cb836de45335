package com.rentwave.rental.late;

import com.rentwave.rental.LateDay;
import com.rentwave.rental.Rental;
import com.rentwave.rental.clock.BusinessClock;
import com.rentwave.rental.outbox.RentalEvents;
import com.rentwave.rental.saga.SagaRunner;
import com.rentwave.rental.saga.Sagas;
import com.rentwave.rental.store.Rentals;
import com.rentwave.service.store.Ownership;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Charges days late, each exactly once: the rental's row is locked while a day is added, and the day's own row can be there
 * only once. The day, its event and what the wallet has to do are one transaction.
 */
@Component
public class LateCharges {

    private final Ownership ownership;
    private final Rentals rentals;
    private final Sagas sagas;
    private final SagaRunner runner;
    private final RentalEvents events;
    private final BusinessClock business;
    private final Clock clock;

    LateCharges(
            Ownership ownership,
            Rentals rentals,
            Sagas sagas,
            SagaRunner runner,
            RentalEvents events,
            BusinessClock business,
            Clock clock) {
        this.ownership = ownership;
        this.rentals = rentals;
        this.sagas = sagas;
        this.runner = runner;
        this.events = events;
        this.business = business;
        this.clock = clock;
    }

    /** A rental whose days late are charged, and what the wallet has to do now. */
    public record Settled(Rental rental, List<UUID> begun) {}

    /**
     * Charges the rental's next day late, in a transaction of its own.
     *
     * @return false when there is none
     * @throws com.rentwave.service.NotOwner when somebody else has to
     */
    boolean chargeNext(long rentalId) {
        Optional<List<UUID>> begun = ownership.write(() -> rentals.lock(rentalId)
                .filter(rental -> rental.isOwed(business.today()))
                .map(rental -> {
                    List<UUID> all = new ArrayList<>();
                    charge(rental, all);
                    return all;
                }));
        begun.ifPresent(runner::tryAll);
        return begun.isPresent();
    }

    /** Charges whatever is still open up to today, in the caller's transaction, which has locked the rental. */
    public Settled settle(Rental rental, LocalDate today) {
        Rental settled = rental;
        List<UUID> begun = new ArrayList<>();
        while (settled.isOwed(today)) {
            settled = charge(settled, begun);
        }
        return new Settled(settled, begun);
    }

    private Rental charge(Rental rental, List<UUID> begun) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LateDay day = rental.nextLateDay();
        Rental late = rental.late(now);
        rentals.change(late);
        rentals.add(late, day, now);
        events.late(late, day);
        begun.addAll(sagas.beginLate(late, day));
        return late;
    }
}
