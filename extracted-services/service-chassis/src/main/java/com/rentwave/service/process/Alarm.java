package com.rentwave.service.process;

import java.util.Optional;

/** Something in a service that goes on by itself, and that a person should know of when it does not. */
public interface Alarm {

    /** What is wrong, in one sentence; empty while nothing is. */
    Optional<String> text();
}
