package com.rentwave.workload.history;

/** One anomaly, in one sentence. */
public record Finding(Anomaly anomaly, String client, String sentence) {}
