package com.rentwave.rental.clock;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param movableClock whether operators may move the clock of rentals: for tests and demonstrations */
@ConfigurationProperties("rentwave")
record ClockProperties(boolean movableClock) {}
