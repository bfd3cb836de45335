package com.rentwave.rental;

/**
 * Where a rental stands.
 *
 * <pre>
 * ACTIVE ──▶ RETURNED
 *    └─────▶ CANCELLED   (before the first day)
 * </pre>
 */
public enum RentalStatus {
    /** Agreed and paid; the thing is still to be fetched, or in the renter's hands. */
    ACTIVE,
    /** The thing is back, all days late are charged. */
    RETURNED,
    /** It never began, and everything is paid back. */
    CANCELLED
}
