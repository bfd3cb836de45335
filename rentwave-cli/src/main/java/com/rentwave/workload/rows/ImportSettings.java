package com.rentwave.workload.rows;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How an import runs.
 *
 * @param api the public address of RentWave
 * @param accounts file of the owner accounts
 * @param owners number of owner accounts
 * @param parallel requests at the same time
 * @param patience how long one row waits for RentWave to become available again
 */
public record ImportSettings(URI api, Path accounts, int owners, int parallel, Duration patience) {}
