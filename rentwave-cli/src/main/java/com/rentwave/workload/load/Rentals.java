package com.rentwave.workload.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.workload.api.ApiRequest;
import com.rentwave.workload.history.Action;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** What a renter does: pays money in, rents, brings back, calls off, wants what others have got. */
final class Rentals {

    private static final long TOP_UP = 5_000_000;

    private final LoadClient me;
    private final Random random;
    private final Deque<Long> open = new ArrayDeque<>();
    private long topUps;

    Rentals(LoadClient me, Random random) {
        this.me = me;
        this.random = random;
    }

    /** Amounts differ from each other, so that the history can tell them apart. */
    void topUp() throws InterruptedException {
        long amount = TOP_UP + ++topUps;
        Exchange exchange = me.sender.write(ApiRequest.topUp(amount, "EUR"));
        Action action = new Action.TopUp(amount, "EUR");
        if (exchange.is(201)) {
            me.recorder.ok(action, exchange);
        } else {
            me.recorder.failed(action, exchange);
        }
    }

    /** @param choice from 0 to 99 */
    void anything(int choice) throws InterruptedException {
        if (choice < 50) {
            rent();
        } else if (choice < 70) {
            bringBack();
        } else if (choice < 85) {
            cancel();
        } else if (choice < 97) {
            wantWhatIsTaken();
        } else {
            topUp();
        }
    }

    /** Rents what it has just looked at: whoever rents has to know at least what the renter was shown. */
    void rent() throws InterruptedException {
        OptionalLong id = me.market.ofOthers(me.name, random);
        if (id.isEmpty() || !me.reads.vehicle(id.getAsLong())) {
            return;
        }
        int days = 1 + random.nextInt(3);
        LocalDate from = me.market.reserve(id.getAsLong(), days);
        rent(new Market.Taken(id.getAsLong(), from, from.plusDays(days), me.name), false);
    }

    /** Days that somebody else has got: to be refused, unless they were given up meanwhile. */
    private void wantWhatIsTaken() throws InterruptedException {
        Optional<Market.Taken> wanted = me.market.takenByOthers(me.name, random);
        if (wanted.isPresent()) {
            Market.Taken days = wanted.get();
            rent(new Market.Taken(days.vehicleId(), days.from(), days.to(), me.name), true);
        } else {
            rent();
        }
    }

    private void rent(Market.Taken days, boolean perhapsTaken) throws InterruptedException {
        Exchange exchange = me.sender.write(ApiRequest.rent(days.vehicleId(), days.from(), days.to()));
        Action unknown = new Action.Rent(days.vehicleId(), days.from(), Action.UNKNOWN);
        if (exchange.is(201)) {
            JsonNode rental = exchange.answer().json();
            long rentalId = rental.path("id").asLong();
            me.recorder.ok(new Action.Rent(days.vehicleId(), days.from(), rentalId), exchange);
            open.add(rentalId);
            me.rentals.add(rentalId);
            if (!perhapsTaken) {
                me.market.take(days);
            }
        } else if (exchange.is(409) && exchange.answer().problem().equals("insufficient-funds")) {
            me.recorder.refusedAsExpected(unknown, exchange);
            topUp();
        } else if (perhapsTaken
                && exchange.is(409)
                && exchange.answer().problem().equals("already-rented")) {
            me.recorder.refusedAsExpected(unknown, exchange);
        } else {
            me.recorder.failed(unknown, exchange);
        }
    }

    void bringBack() throws InterruptedException {
        if (open.isEmpty()) {
            rent();
            return;
        }
        long id = open.poll();
        record(new Action.ReturnRental(id), me.sender.write(ApiRequest.returnRental(id)));
    }

    /** Nothing that is rented here begins before the day after tomorrow. */
    private void cancel() throws InterruptedException {
        if (open.isEmpty()) {
            rent();
            return;
        }
        long id = open.pollLast();
        record(new Action.CancelRental(id), me.sender.write(ApiRequest.cancelRental(id)));
    }

    private void record(Action action, Exchange exchange) {
        if (exchange.is(200)) {
            me.recorder.ok(action, exchange);
        } else {
            me.recorder.failed(action, exchange);
        }
    }
}
