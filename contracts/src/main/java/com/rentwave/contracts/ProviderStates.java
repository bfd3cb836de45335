package com.rentwave.contracts;

import au.com.dius.pact.core.model.ProviderState;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Brings a provider into the states that pacts ask for, as a person would: through the public API. Each state is built
 * anew, with things of its own, so a provider can be verified again and again. What a state has made is
 * handed to the requests by name: {@code token}, {@code vehicleId}, {@code etag} and so on.
 */
final class ProviderStates {

    private static final String NOT_OWNED = "this side does not own ";

    private final Map<String, State> states = new HashMap<>();
    private final People people;
    private final URI provider;
    private final Ownership ownership;
    private final InternalCalls calls;

    /** How a state is built. */
    interface State {

        /**
         * @param made takes what the requests are handed
         * @param asked for its parameters
         */
        void build(Map<String, Object> made, ProviderState asked) throws IOException;
    }

    /**
     * @param provider its own address
     * @param places where people do what
     * @param ownership of the provider's own database; null when it is not known
     * @param calls what only RentWave's own parts may ask
     */
    ProviderStates(Http http, URI provider, Places places, Ownership ownership, InternalCalls calls) {
        this.people = new People(http, places);
        this.provider = provider;
        this.ownership = ownership;
        this.calls = calls;
        new AccountStates(people).addTo(states);
        new VehicleStates(people).addTo(states);
        new RentalStates(people, this::letPass).addTo(states);
        new OfferStates(people).addTo(states);
        new OrderStates(people, calls, places.auth()).addTo(states);
    }

    /** Undoes what would stand in the way of the next interaction. Things do not: each state has its own. */
    void leave() {
        if (ownership != null) {
            ownership.giveBack();
        }
    }

    /**
     * Builds a state.
     *
     * @return what it has made
     * @throws IOException when the provider does not play along, or the state is not known
     */
    Map<String, Object> build(ProviderState asked) throws IOException {
        Map<String, Object> made = new LinkedHashMap<>();
        if (calls.arePossible()) {
            made.put("internalToken", calls.token());
        }
        if (asked.getName().startsWith(NOT_OWNED)) {
            database().withdraw(asked.getName().substring(NOT_OWNED.length()));
            return made;
        }
        State state = states.get(asked.getName());
        if (state == null) {
            throw new IOException("there is no provider state \"" + asked.getName() + '"');
        }
        state.build(made, asked);
        made.putIfAbsent("idempotencyKey", UUID.randomUUID().toString());
        return made;
    }

    /** Lets days pass for rentals and then takes them back: what becomes due by them stays. */
    void letPass(int days) throws IOException {
        try {
            aheadBy(days);
        } finally {
            aheadBy(0);
        }
    }

    /** When it is answered, whatever has become late by it is charged. */
    private void aheadBy(int days) throws IOException {
        calls.put(provider, "/internal/clock", "{\"offset\":\"P" + days + "D\"}");
    }

    void barrier(String api) throws IOException {
        database().barrier(api);
    }

    People people() {
        return people;
    }

    private Ownership database() throws IOException {
        if (ownership == null) {
            throw new IOException("this state needs --database");
        }
        return ownership;
    }
}
