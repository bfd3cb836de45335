package com.rentwave.legacy.wallet;

import com.rentwave.legacy.wallet.Orders.Order;
import com.rentwave.legacy.web.Ids;
import com.rentwave.legacy.web.Problem;
import com.rentwave.legacy.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * The money of rentals that are made in another service. Each call is one transaction and may be repeated for ever: it is
 * carried out once, and answered the same. A reservation is confirmed when its rental is there for good, else released;
 * whatever comes first decides.
 */
@ApplicationScoped
class RemoteRentals {

    private final Orders orders;
    private final Ledger ledger;

    @Inject
    RemoteRentals(Orders orders, Ledger ledger) {
        this.orders = orders;
        this.ledger = ledger;
    }

    protected RemoteRentals() {
        this(null, null);
    }

    /**
     * A reservation that stands.
     *
     * @param state held, or booked already
     * @param isNew false when it was asked for before
     */
    record Reserved(OrderState state, boolean isNew) {}

    /** Holds the price of a rental, or refuses as {@link Ledger#pay} would. */
    @Transactional
    Reserved reserve(UUID id, Charge charge) {
        if (orders.add(OrderKind.RESERVATION, id.toString(), OrderState.HELD, charge)) {
            ledger.hold(charge);
            return new Reserved(OrderState.HELD, true);
        }
        OrderState state = known(OrderKind.RESERVATION, id.toString(), charge).state();
        if (state == OrderState.RELEASED) {
            throw released(id);
        }
        return new Reserved(state, false);
    }

    /** Moves what is held from the renter to the owner. */
    @Transactional
    void confirm(UUID id) {
        Order order =
                orders.lock(OrderKind.RESERVATION, id.toString()).orElseThrow(() -> Ids.absent("reservation", id));
        switch (order.state()) {
            case HELD -> {
                orders.move(OrderKind.RESERVATION, id.toString(), OrderState.BOOKED);
                ledger.payHeld(order.charge());
            }
            case BOOKED -> {}
            case RELEASED -> throw released(id);
        }
    }

    /** Holds the money no longer. A reservation that nobody knows can never be made from now on. */
    @Transactional
    void release(UUID id) {
        if (orders.add(OrderKind.RESERVATION, id.toString(), OrderState.RELEASED, null)) {
            return;
        }
        Order order = orders.lock(OrderKind.RESERVATION, id.toString()).orElseThrow();
        switch (order.state()) {
            case HELD -> orders.move(OrderKind.RESERVATION, id.toString(), OrderState.RELEASED);
            case BOOKED ->
                throw Refusal.of(Problem.RESERVATION_CONFIRMED, "Reservation " + id + " was confirmed: it is paid.");
            case RELEASED -> {}
        }
    }

    /** Pays back a rental that was cancelled. */
    @Transactional
    void refund(UUID id, Charge charge) {
        if (orders.add(OrderKind.REFUND, id.toString(), OrderState.BOOKED, charge)) {
            ledger.refund(charge);
        } else {
            known(OrderKind.REFUND, id.toString(), charge);
        }
    }

    /** Charges a day late. */
    @Transactional
    void chargeLateDay(String key, Charge charge) {
        if (!ledger.chargeLateDay(key, charge)) {
            known(OrderKind.LATE_FEE, key, charge);
        }
    }

    private Order known(OrderKind kind, String key, Charge charge) {
        Order order = orders.lock(kind, key).orElseThrow();
        if (order.charge() != null && !order.charge().equals(charge)) {
            throw Refusal.of(Problem.IDEMPOTENCY_KEY_REUSED, key + " was used for another order.");
        }
        return order;
    }

    private static Refusal released(UUID id) {
        return Refusal.of(
                Problem.RESERVATION_RELEASED,
                "Reservation " + id + " was released: it cannot be made or paid any more.");
    }
}
