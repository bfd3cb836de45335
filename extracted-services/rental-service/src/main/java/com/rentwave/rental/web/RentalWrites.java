package com.rentwave.rental.web;

import com.rentwave.rental.Refused;
import com.rentwave.rental.Rental;
import com.rentwave.rental.RentalStatus;
import com.rentwave.rental.clock.BusinessClock;
import com.rentwave.rental.late.LateCharges;
import com.rentwave.rental.late.LateCharges.Settled;
import com.rentwave.rental.outbox.RentalEvents;
import com.rentwave.rental.saga.SagaRunner;
import com.rentwave.rental.saga.Sagas;
import com.rentwave.rental.store.Rentals;
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
import org.springframework.stereotype.Component;

/**
 * Cancelling and giving back. The rental, its event and its kept answer are one transaction of this database; what has to follow
 * in the wallet is stored with it, and done after it: before the answer when the wallet answers, later when it does not.
 */
@Component
class RentalWrites {

    private final Writes writes;
    private final Rentals rentals;
    private final Sagas sagas;
    private final SagaRunner runner;
    private final LateCharges late;
    private final RentalEvents events;
    private final BusinessClock business;
    private final Clock clock;

    RentalWrites(
            Writes writes,
            Rentals rentals,
            Sagas sagas,
            SagaRunner runner,
            LateCharges late,
            RentalEvents events,
            BusinessClock business,
            Clock clock) {
        this.writes = writes;
        this.rentals = rentals;
        this.sagas = sagas;
        this.runner = runner;
        this.late = late;
        this.events = events;
        this.business = business;
        this.clock = clock;
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

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
