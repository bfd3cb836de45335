package com.rentwave.workload.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.workload.api.ApiRequest;
import com.rentwave.workload.history.Action;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.Random;

/** What a renter does: pays money in, rents, brings back. */
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

    /** Rents what it has just looked at: whoever rents has to know at least what the renter was shown. */
    void rent() throws InterruptedException {
        OptionalLong id = me.market.ofOthers(me.name, random);
        if (id.isEmpty() || !me.reads.vehicle(id.getAsLong())) {
            return;
        }
        int days = 1 + random.nextInt(3);
        LocalDate from = me.market.reserve(id.getAsLong(), days);
        Exchange exchange = me.sender.write(ApiRequest.rent(id.getAsLong(), from, from.plusDays(days)));
        if (exchange.is(201)) {
            JsonNode rental = exchange.answer().json();
            long rentalId = rental.path("id").asLong();
            me.recorder.ok(new Action.Rent(id.getAsLong(), from, rentalId), exchange);
            open.add(rentalId);
            me.rentals.add(rentalId);
        } else if (exchange.is(409) && exchange.answer().problem().equals("insufficient-funds")) {
            me.recorder.refusedAsExpected(new Action.Rent(id.getAsLong(), from, Action.UNKNOWN), exchange);
            topUp();
        } else {
            me.recorder.failed(new Action.Rent(id.getAsLong(), from, Action.UNKNOWN), exchange);
        }
    }

    void bringBack() throws InterruptedException {
        if (open.isEmpty()) {
            rent();
            return;
        }
        long id = open.poll();
        Exchange exchange = me.sender.write(ApiRequest.returnRental(id));
        if (exchange.is(200)) {
            me.recorder.ok(new Action.ReturnRental(id), exchange);
        } else {
            me.recorder.failed(new Action.ReturnRental(id), exchange);
        }
    }
}
