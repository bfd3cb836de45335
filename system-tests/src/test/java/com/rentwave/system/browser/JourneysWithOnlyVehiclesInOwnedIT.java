package com.rentwave.system.browser;

import com.rentwave.system.stack.WithRentWave;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The journeys with vehicles in their service and rentals in the monolith. */
@WithRentWave
@EnabledIfSystemProperty(named = "rentwave.soak", matches = "true")
class JourneysWithOnlyVehiclesInOwnedIT extends Journeys {

    JourneysWithOnlyVehiclesInOwnedIT() {
        super("OWNED", "LEGACY");
    }
}
