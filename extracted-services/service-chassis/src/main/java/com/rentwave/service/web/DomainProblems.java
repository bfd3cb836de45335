package com.rentwave.service.web;

import java.util.Optional;

/** How a service answers the exceptions of its own domain. */
public interface DomainProblems {

    /** Empty for an exception that is none of its domain's. */
    Optional<Problem> of(Exception thrown);
}
