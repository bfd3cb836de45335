package com.rentwave.workload.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A demonstration.
 *
 * @param file vehicles to import first; made-up ones when there is none
 * @param vehicles number of made-up vehicles
 * @param apis which APIs move; the clients rent all the more when rentals are among them
 * @param home the phase it comes back to: LEGACY, or READS, where the service goes on answering reads
 * @param flips how often each API goes to its service and comes back
 * @param duration how long the load lasts at least; the flips are spread over it
 * @param clients number of clients
 * @param writesPerSecond of all clients together
 * @param readsPerSecond of all clients together
 */
public record DemoSettings(
        Optional<Path> file,
        int vehicles,
        List<String> apis,
        String home,
        int flips,
        Duration duration,
        int clients,
        double writesPerSecond,
        double readsPerSecond) {

    static final String LEGACY = "LEGACY";
    public static final String READS = "READS";
    public static final String VEHICLES = "vehicles";
    static final String RENTALS = "rentals";

    public DemoSettings {
        apis = List.copyOf(apis);
    }

    /** They come back to LEGACY. */
    public DemoSettings(
            Optional<Path> file,
            int vehicles,
            List<String> apis,
            int flips,
            Duration duration,
            int clients,
            double writesPerSecond,
            double readsPerSecond) {
        this(file, vehicles, apis, LEGACY, flips, duration, clients, writesPerSecond, readsPerSecond);
    }

    /** Vehicles move. */
    public DemoSettings(
            Optional<Path> file,
            int vehicles,
            int flips,
            Duration duration,
            int clients,
            double writesPerSecond,
            double readsPerSecond) {
        this(file, vehicles, List.of(VEHICLES), flips, duration, clients, writesPerSecond, readsPerSecond);
    }

    boolean moves(String api) {
        return apis.contains(api);
    }
}
