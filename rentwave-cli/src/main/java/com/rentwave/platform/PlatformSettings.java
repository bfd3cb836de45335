package com.rentwave.platform;

import java.nio.file.Path;
import java.util.Optional;

/** Which RentWave to start. Without ports it takes those the data folder remembers, else the default ones. */
public record PlatformSettings(Path dataFolder, Optional<Ports> ports) {

    public static PlatformSettings in(Path dataFolder) {
        return new PlatformSettings(dataFolder, Optional.empty());
    }

    public PlatformSettings withPorts(Ports chosen) {
        return new PlatformSettings(dataFolder, Optional.of(chosen));
    }
}
