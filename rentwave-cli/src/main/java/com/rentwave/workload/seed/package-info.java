/**
 * A lively RentWave to look at: a few people with things to rent out, rentals past, present and to come, all made through
 * the public API. Who they are and what they do is written in {@code world.json}. Depends on {@code workload.api} only.
 */
package com.rentwave.workload.seed;
