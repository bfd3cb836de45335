package com.rentwave.workload.journeys;

/**
 * What became of the requests of one kind.
 *
 * @param refused ended with an answer that is part of the business
 * @param p50Ms what half of them took at most, refused ones included
 */
public record KindReport(
        String kind, long requests, long refused, long errors, double p50Ms, double p99Ms, double maxMs) {}
