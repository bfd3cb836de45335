package com.rentwave.legacy.wallet;

/**
 * Money that moves between renter and owner because of a rental.
 *
 * @param amount whole minor units of the currency, never negative
 */
public record Charge(long rentalId, long renterId, long ownerId, long amount, String currency) {}
