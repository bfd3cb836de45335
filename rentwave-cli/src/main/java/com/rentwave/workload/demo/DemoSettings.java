package com.rentwave.workload.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A demonstration.
 *
 * @param file vehicles to import first; made-up ones when there is none
 * @param vehicles number of made-up vehicles
 * @param flips how often vehicles go to the service and come back
 * @param duration how long the load lasts at least; the flips are spread over it
 * @param clients number of clients
 * @param writesPerSecond of all clients together
 * @param readsPerSecond of all clients together
 */
public record DemoSettings(
        Optional<Path> file,
        int vehicles,
        int flips,
        Duration duration,
        int clients,
        double writesPerSecond,
        double readsPerSecond) {}
