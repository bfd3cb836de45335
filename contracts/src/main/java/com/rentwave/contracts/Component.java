package com.rentwave.contracts;

import java.util.Map;

/**
 * A component that provides APIs, and which pacts are its to keep. The monolith has every API and publishes its own rows;
 * an extracted service has the API it was extracted for.
 *
 * @param name as its build address says it
 */
record Component(String name) {

    static final String VEHICLES = "vehicles";

    private static final Map<String, String> SERVICES =
            Map.of("vehicle-service", VEHICLES, "rental-service", "rentals");
    private static final String ROWS = "rentwave.rows.";

    /** Whether an API is to be taken over by a service. */
    static boolean moves(String api) {
        return SERVICES.containsValue(api);
    }

    boolean keeps(PactFile pact) {
        String provider = pact.provider();
        if (provider.startsWith(ROWS)) {
            return provider.endsWith(isService() ? ".service" : ".legacy") && hasApi(pact.api());
        }
        return hasApi(provider);
    }

    boolean isService() {
        return SERVICES.containsKey(name);
    }

    /** Whether it rents out what others offer, and others are paid: then those things are not to be found at it. */
    boolean rentsOut() {
        return "rentals".equals(SERVICES.get(name));
    }

    private boolean hasApi(String api) {
        return !isService() || SERVICES.get(name).equals(api);
    }

    /** The API a pact's provider stands for: a row topic carries the rows of one. */
    static String api(String provider) {
        return provider.startsWith(ROWS) ? provider.substring(ROWS.length(), provider.lastIndexOf('.')) : provider;
    }
}
