/**
 * Many clients at work: each owns vehicles, reads, writes and rents at a given pace, and writes down what it did and saw.
 * Depends on {@code workload.api}, {@code workload.history} and {@code workload.vehicles}; knows the platform only to tell
 * when a part of it was dead.
 */
package com.rentwave.workload.load;
