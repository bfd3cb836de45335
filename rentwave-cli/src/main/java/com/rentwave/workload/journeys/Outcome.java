package com.rentwave.workload.journeys;

/** How a request ended. */
enum Outcome {
    DONE,
    /** With an answer that is part of the business, such as "already rented". */
    REFUSED,
    ERROR
}
