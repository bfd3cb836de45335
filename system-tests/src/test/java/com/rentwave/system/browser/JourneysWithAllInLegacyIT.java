package com.rentwave.system.browser;

import com.rentwave.system.stack.WithRentWave;

/** The journeys with vehicles and rentals in the monolith. */
@WithRentWave
class JourneysWithAllInLegacyIT extends Journeys {

    JourneysWithAllInLegacyIT() {
        super("LEGACY", "LEGACY");
    }
}
