/**
 * Rentals: who has what from when to when, what was paid for it, and what it costs not to bring it back. Asks what can be
 * rented through {@link com.rentwave.legacy.rental.Offers}, pays through the ledger; a rental keeps its own copy of title,
 * price, late fee and owner, so that no rental's transaction writes a row of the things rented.
 */
package com.rentwave.legacy.rental;
