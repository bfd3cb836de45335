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
 * @param inARow how many moves follow each other without a rest
 * @param duration how long nothing moves while the load lasts: before the first row of moves and after each, equally long
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
        int inARow,
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

    /** They come back to LEGACY, and there is a rest after each move. */
    public DemoSettings(
            Optional<Path> file,
            int vehicles,
            List<String> apis,
            int flips,
            Duration duration,
            int clients,
            double writesPerSecond,
            double readsPerSecond) {
        this(file, vehicles, apis, LEGACY, flips, 1, duration, clients, writesPerSecond, readsPerSecond);
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
