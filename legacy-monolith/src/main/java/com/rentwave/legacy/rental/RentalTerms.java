package com.rentwave.legacy.rental;

/**
 * What a rental copies from the thing rented, so that it stays as agreed.
 *
 * @param pricePerDay whole minor units of the currency
 */
record RentalTerms(long itemId, String title, long ownerId, long pricePerDay, String currency) {}
