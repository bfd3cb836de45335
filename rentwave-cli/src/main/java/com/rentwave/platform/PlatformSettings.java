package com.rentwave.platform;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which RentWave to start.
 *
 * @param ports without them it takes those the data folder remembers, else the default ones
 * @param mayChangeClock whether what runs already gets the clock of rentals that the environment asks for
 */
public record PlatformSettings(Path dataFolder, Optional<Ports> ports, boolean mayChangeClock) {

    public static PlatformSettings in(Path dataFolder) {
        return new PlatformSettings(dataFolder, Optional.empty(), true);
    }

    public PlatformSettings withPorts(Ports chosen) {
        return new PlatformSettings(dataFolder, Optional.of(chosen), mayChangeClock);
    }

    /** For whoever only uses RentWave: the clock of one that runs stays as it is. */
    public PlatformSettings leavingTheClock() {
        return new PlatformSettings(dataFolder, ports, false);
    }
}
