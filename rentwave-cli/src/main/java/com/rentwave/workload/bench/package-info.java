/**
 * Benchmarks: how flips feel to those who use RentWave meanwhile, what the facade costs against its peers, and how long it
 * takes to start. Each compares within one run and keeps what it found as JSON and as a picture.
 */
package com.rentwave.workload.bench;
