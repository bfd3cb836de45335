package com.rentwave.system.browser;

import com.rentwave.system.stack.WithRentWave;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The journeys with rentals in their service and vehicles in the monolith. */
@WithRentWave
@EnabledIfSystemProperty(named = "rentwave.soak", matches = "true")
class JourneysWithOnlyRentalsInOwnedIT extends Journeys {

    JourneysWithOnlyRentalsInOwnedIT() {
        super("LEGACY", "OWNED");
    }
}
