/**
 * Rentals: who has what from when to when, and what was paid for it. Reads what can be rented, pays through the ledger; a
 * rental keeps its own copy of title, price and owner.
 */
package com.rentwave.legacy.rental;
