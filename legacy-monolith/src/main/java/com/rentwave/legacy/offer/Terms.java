package com.rentwave.legacy.offer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The terms on which something is rented out.
 *
 * @param pricePerDay whole minor units of the currency
 * @param lateFeePerDay whole minor units of the currency
 * @param currency ISO 4217
 * @param minDays shortest rental
 * @param maxDays longest rental, not below the shortest
 */
@Embeddable
public record Terms(
        @Column(name = "day_prc_am", nullable = false) long pricePerDay,
        @Column(name = "late_fee_am", nullable = false) long lateFeePerDay,
        @Column(name = "ccy_cd", nullable = false) String currency,
        @Column(name = "min_dd", nullable = false) int minDays,
        @Column(name = "max_dd", nullable = false) int maxDays) {}
