package com.rentwave.system.browser;

import com.rentwave.platform.Platform;
import com.rentwave.system.stack.Moves;
import com.rentwave.system.stack.WithRentWave;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;

/** The journeys with vehicles in the monolith. */
@WithRentWave
class JourneysWithVehiclesInLegacyIT extends Journeys {

    @BeforeAll
    void move(Platform platform) throws IOException, InterruptedException {
        new Moves(platform).to("LEGACY");
        visit(platform);
    }
}
