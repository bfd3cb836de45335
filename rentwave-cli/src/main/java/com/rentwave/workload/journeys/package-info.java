/**
 * A crowd of users who do what people do: look around, advertise, rent, give back, read their notifications, and think in
 * between. It counts and measures; whether the answers are consistent is judged elsewhere ({@code workload.history}).
 * Depends on {@code workload.api} and {@code workload.vehicles} only.
 */
package com.rentwave.workload.journeys;
