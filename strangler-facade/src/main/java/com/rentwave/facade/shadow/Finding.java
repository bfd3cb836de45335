package com.rentwave.facade.shadow;

/**
 * A verdict and the read it is about.
 *
 * @param path what may be shown of the read
 */
record Finding(String api, String path, Verdict verdict) {}
