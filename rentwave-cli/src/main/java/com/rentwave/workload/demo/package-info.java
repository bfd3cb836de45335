/**
 * The proof: a load on a running RentWave, flips forth and back below it, and the verdict on what the clients saw. The
 * same code runs as {@code rentwave demo} and in the system tests. Builds on all of {@code workload} and on the platform.
 */
package com.rentwave.workload.demo;
