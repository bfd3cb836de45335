package com.rentwave.legacy.web;

import java.util.Optional;

/** A part of the application that can be in trouble while requests are still answered. */
public interface Alarm {

    /** What a person has to look at; empty when all is well. */
    Optional<String> reason();
}
