package com.rentwave.cli;

import com.rentwave.platform.Platform;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which RentWave a command talks to: use as a mixin, then {@link #open()} the running platform. */
final class DataOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:RENTWAVE_DATA}",
            description = "Folder that holds all data (default: .rentwave in the project folder, or RENTWAVE_DATA).")
    Path data;

    /** The data folder, chosen or default, absolute. */
    Path folder() {
        return data == null || data.toString().isBlank()
                ? Platform.defaultDataFolder()
                : data.toAbsolutePath().normalize();
    }

    /** The platform of that folder, which must have been started at least once. */
    Platform open() {
        return Platform.open(folder());
    }
}
