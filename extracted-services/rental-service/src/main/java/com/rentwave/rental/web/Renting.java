package com.rentwave.rental.web;

import com.rentwave.rental.Item;
import com.rentwave.rental.Offer;
import com.rentwave.rental.Refused;
import com.rentwave.rental.Rental;
import com.rentwave.rental.clock.BusinessClock;
import com.rentwave.rental.offer.Offers;
import com.rentwave.rental.outbox.RentalEvents;
import com.rentwave.rental.peer.NotReachable;
import com.rentwave.rental.saga.SagaRunner;
import com.rentwave.rental.saga.Sagas;
import com.rentwave.rental.saga.Turns;
import com.rentwave.rental.store.Rentals;
import com.rentwave.rental.wallet.Payment;
import com.rentwave.rental.wallet.Wallet;
import com.rentwave.service.NotOwner;
import com.rentwave.service.web.Answer;
import com.rentwave.service.web.Problem;
import com.rentwave.service.web.Refusal;
import com.rentwave.service.web.WriteRequest;
import com.rentwave.service.web.Writes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Renting, in steps of one short transaction each; no connection is held while somebody else is asked.
 *
 * <ol>
 *   <li>Whether this side owns rentals, and whether the request was answered already; then the owner of the thing is asked for
 *       its terms.
 *   <li>All rules are checked, and it is stored that money is about to be reserved: the thing is claimed for these days. Then
 *       the wallet is asked to reserve it.
 *   <li>The rental, its event and its kept answer, if this side still owns rentals and the claim still stands; or nothing. Then
 *       the wallet books the money, or lets it go.
 * </ol>
 *
 * Wherever it stops, the saga's stored status tells what is to be done. A renting that a fence overtakes between the steps is
 * sent to the new owner only when the wallet has let its money go: then nothing of it has happened.
 */
@Component
class Renting {

    /** Ends the sentences that say why. */
    static final String NOTHING_HAPPENED =
            " Nothing was rented and no money was taken; send the request again in a moment.";

    private static final String MOVED = "Rentals are just moving, and the wallet cannot be asked at the moment."
            + " Nothing was rented, and what is kept of your money for it is let go as soon as the wallet answers;"
            + " send the request again in a moment.";

    private final Turns turns;
    private final Writes writes;
    private final Rentals rentals;
    private final Offers offers;
    private final Wallet wallet;
    private final Sagas sagas;
    private final SagaRunner runner;
    private final RentalEvents events;
    private final BusinessClock business;
    private final Clock clock;

    Renting(
            Turns turns,
            Writes writes,
            Rentals rentals,
            Offers offers,
            Wallet wallet,
            Sagas sagas,
            SagaRunner runner,
            RentalEvents events,
            BusinessClock business,
            Clock clock) {
        this.turns = turns;
        this.writes = writes;
        this.rentals = rentals;
        this.offers = offers;
        this.wallet = wallet;
        this.sagas = sagas;
        this.runner = runner;
        this.events = events;
        this.business = business;
        this.clock = clock;
    }

    /** A renting whose money is about to be reserved. */
    private record Begun(UUID saga, Rental rental) {}

    Answer rent(WriteRequest write, RentalRequest wanted) {
        return turns.take(() -> rentOnce(write, wanted));
    }

    private Answer rentOnce(WriteRequest write, RentalRequest wanted) {
        List<UUID> leftBehind = new ArrayList<>();
        Optional<Answer> before = writes.unlessAnswered(write, () -> leftBehind.addAll(leftBehind(write)));
        if (before.isPresent()) {
            return before.get();
        }
        if (!runner.tryAll(leftBehind)) {
            throw new Refusal(Problem.unavailable("The wallet cannot be asked at the moment." + NOTHING_HAPPENED));
        }
        Offer offer = offers.of(wanted.item());
        List<Begun> begun = new ArrayList<>();
        Optional<Answer> meanwhile = writes.unlessAnswered(write, () -> begun.add(begin(write, wanted, offer)));
        return meanwhile.isPresent() ? meanwhile.get() : finish(write, begun.get(0));
    }

    /** Whoever rents the same thing waits for its id. */
    private Begun begin(WriteRequest write, RentalRequest wanted, Offer offer) {
        long renterId = write.user().id();
        Item item = wanted.item();
        long id = rentals.nextId(item);
        leftBehind(write);
        offer.mustBeFor(renterId, item, wanted.period());
        if (rentals.isOut(item, wanted.period(), business.today())) {
            throw new Refused(Refused.Why.ALREADY_RENTED, item.named() + " should be back, but is not back yet.");
        }
        // In this order: a renting that ends in between turns its claim into a rental.
        sagas.mustNotBeClaimed(item, wanted.period());
        rentals.mustBeFree(item, wanted.period());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Rental rental = Rental.begin(id, renterId, item, offer, wanted.period(), now);
        return new Begun(sagas.beginRent(rental, write.key().orElse(null)), rental);
    }

    private Answer finish(WriteRequest write, Begun begun) {
        List<UUID> saga = List.of(begun.saga());
        Answer answer;
        try {
            wallet.reserve(
                    begun.saga(), Payment.of(begun.rental(), begun.rental().price()));
            answer = writes.run(write, () -> conclude(begun));
        } catch (NotReachable e) {
            runner.letGoLater(begun.saga(), e);
            throw e;
        } catch (NotOwner e) {
            throw runner.letGo(begun.saga()) ? e : new Refusal(Problem.unavailable(MOVED));
        } catch (RuntimeException e) {
            // Whatever became of it, and of its COMMIT: the saga's stored status says what is to be done.
            runner.tryAll(saga);
            throw e;
        }
        runner.tryAll(saga);
        return answer;
    }

    private Answer conclude(Begun begun) {
        Rental rental = begun.rental();
        sagas.confirmRent(begun.saga());
        rentals.add(rental);
        events.started(rental);
        return Answer.of(201, RentalJson.text(rental), null, "/api/rentals/" + rental.id());
    }

    /** @throws com.rentwave.rental.saga.UnderWay while another request with the same key is worked on */
    private List<UUID> leftBehind(WriteRequest write) {
        return sagas.leftBehind(write.user().id(), write.key().orElse(null));
    }
}
