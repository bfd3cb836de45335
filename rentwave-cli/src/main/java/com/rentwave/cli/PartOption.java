package com.rentwave.cli;

import com.rentwave.platform.PartName;
import picocli.CommandLine.Parameters;

/** Which part a command is about. Use as a mixin. */
final class PartOption {

    @Parameters(
            paramLabel = "NAME",
            description = "postgresql, kafka, monolith, vehicle-service, rental-service, cdc or facade.")
    String name;

    /** @throws com.rentwave.platform.PlatformException when no part is called so */
    PartName part() {
        return PartName.of(name);
    }
}
