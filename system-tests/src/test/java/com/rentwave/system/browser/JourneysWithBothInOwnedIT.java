package com.rentwave.system.browser;

import com.rentwave.system.stack.WithRentWave;

/** The journeys with vehicles and rentals in their services. */
@WithRentWave
class JourneysWithBothInOwnedIT extends Journeys {

    JourneysWithBothInOwnedIT() {
        super("OWNED", "OWNED");
    }
}
