package com.rentwave.contracts;

import au.com.dius.pact.core.model.ProviderState;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** States of what a service that rents has ordered from the wallets, brought about as it does it itself. */
final class OrderStates {

    private static final String RESERVATIONS = "/internal/wallet/reservations";
    private static final long AMOUNT = 9000;
    private static final long RENTALS = 1L << 40;

    private final People people;
    private final InternalCalls calls;
    private final URI wallets;

    /** @param wallets base address of the component that keeps them */
    OrderStates(People people, InternalCalls calls, URI wallets) {
        this.people = people;
        this.calls = calls;
        this.wallets = wallets;
    }

    /** What is ordered next, or was. */
    private record Order(String id, String lateKey, long rentalId, String renterId, String ownerId) {

        String reservation(long amount) {
            return "{\"id\":\"" + id + "\"," + payment(amount) + '}';
        }

        String lateFee(long amount) {
            return "{\"key\":\"" + lateKey + "\"," + payment(amount) + '}';
        }

        private String payment(long amount) {
            return "\"rentalId\":" + rentalId + ",\"renterId\":" + renterId + ",\"ownerId\":" + ownerId + ",\"amount\":"
                    + amount + ",\"currency\":\"EUR\"";
        }
    }

    void addTo(Map<String, ProviderStates.State> states) {
        states.put("nobody has reserved the price of a rental", (made, asked) -> rich(made));
        states.put("a renter has money", (made, asked) -> rich(made));
        states.put("a renter has no money", (made, asked) -> order(made, people.newcomer()));
        states.put("a renter is in debt", (made, asked) -> charge(order(made, people.newcomer()), AMOUNT));
        states.put("the price of a rental is reserved", (made, asked) -> reserve(rich(made), amount(asked)));
        states.put("the price of a rental is booked", (made, asked) -> end(rich(made), "confirm"));
        states.put("the price of a rental was let go", (made, asked) -> end(rich(made), "release"));
        states.put("a rental was paid back", (made, asked) -> {
            Order order = rich(made);
            calls.post(wallets, "/internal/wallet/refunds", order.reservation(amount(asked)));
        });
        states.put("a day late was charged", (made, asked) -> charge(rich(made), amount(asked)));
    }

    private Order rich(Map<String, Object> made) throws IOException {
        people.user().topUp();
        return order(made, people.user());
    }

    private Order order(Map<String, Object> made, Person renter) throws IOException {
        long rentalId = ThreadLocalRandom.current().nextLong(1, RENTALS);
        Order order = new Order(
                UUID.randomUUID().toString(),
                "late:" + rentalId + ":2090-03-04",
                rentalId,
                renter.id(),
                people.other().id());
        made.put("orderId", order.id());
        made.put("lateKey", order.lateKey());
        made.put("rentalId", rentalId);
        made.put("renterId", order.renterId());
        made.put("ownerId", order.ownerId());
        return order;
    }

    private void reserve(Order order, long amount) throws IOException {
        calls.post(wallets, RESERVATIONS, order.reservation(amount));
    }

    private void end(Order order, String how) throws IOException {
        reserve(order, AMOUNT);
        calls.post(wallets, RESERVATIONS + '/' + order.id() + '/' + how, "{}");
    }

    private void charge(Order order, long amount) throws IOException {
        calls.post(wallets, "/internal/wallet/late-fees", order.lateFee(amount));
    }

    private static long amount(ProviderState asked) {
        Object amount = asked.getParams().get("amount");
        return amount == null ? AMOUNT : Long.parseLong(amount.toString());
    }
}
