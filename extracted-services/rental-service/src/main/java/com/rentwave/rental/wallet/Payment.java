package com.rentwave.rental.wallet;

import com.rentwave.rental.Rental;

/**
 * Money that moves between renter and owner because of a rental.
 *
 * @param amount whole minor units of the currency, never negative
 */
public record Payment(long rentalId, long renterId, long ownerId, long amount, String currency) {

    public static Payment of(Rental rental, long amount) {
        return new Payment(rental.id(), rental.renterId(), rental.ownerId(), amount, rental.currency());
    }
}
