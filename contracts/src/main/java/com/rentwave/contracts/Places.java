package com.rentwave.contracts;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

/**
 * Where people do what, in one verification.
 *
 * @param auth base address of who has users and wallets, the monolith
 * @param rentals base address of who rents out
 * @param vehicles base address of who owns vehicles
 * @param rest base address of who does all else
 * @param retired the APIs from which the monolith is retired: it has no component for them, and what it decides by of their
 *     rows is a copy that is fed from their owner
 */
record Places(URI auth, URI rentals, URI vehicles, URI rest, Set<String> retired) {

    private static final int GONE = 410;

    /**
     * The places that a component is verified at.
     *
     * @param direct its own address
     * @param auth the monolith's
     * @param vehicleService who owns vehicles when the monolith does not
     */
    static Places of(Http http, Component component, URI direct, URI auth, URI vehicleService) throws IOException {
        Set<String> retired = retired(http, auth);
        if (component.rentsOut()) {
            return new Places(auth, direct, vehicleService, auth, retired);
        }
        URI vehicles = component.isService() || !retired.contains(Component.VEHICLES) ? direct : vehicleService;
        return new Places(auth, direct, vehicles, direct, retired);
    }

    /** The same people at the monolith. */
    Places ofTheMonolith(URI vehicleService) {
        return new Places(auth, auth, retired.contains(Component.VEHICLES) ? vehicleService : auth, auth, retired);
    }

    private static Set<String> retired(Http http, URI monolith) throws IOException {
        return http.status(URI.create(monolith + "/api/" + Component.VEHICLES)) == GONE
                ? Set.of(Component.VEHICLES)
                : Set.of();
    }

    URI at(String path) {
        if (path.startsWith("/api/rentals")) {
            return URI.create(rentals + path);
        }
        return URI.create((isAboutVehicles(path) ? vehicles : rest) + path);
    }

    /** Whether what is written there has to reach a copy before anybody can decide by it. */
    boolean isCopied(String path) {
        return isAboutVehicles(path) && retired.contains(Component.VEHICLES) && rentals.equals(auth);
    }

    private static boolean isAboutVehicles(String path) {
        return path.startsWith("/api/" + Component.VEHICLES);
    }
}
