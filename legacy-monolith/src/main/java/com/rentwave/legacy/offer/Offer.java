package com.rentwave.legacy.offer;

/**
 * A thing on offer as those see it who rent it out to somebody.
 *
 * @param pricePerDay whole minor units of the currency
 * @param lateFeePerDay whole minor units of the currency, for each day late
 * @param minDays shortest rental
 * @param maxDays longest rental
 * @param available false while the owner pauses the offer
 */
public record Offer(
        String title,
        long ownerId,
        long pricePerDay,
        long lateFeePerDay,
        String currency,
        int minDays,
        int maxDays,
        boolean available) {}
