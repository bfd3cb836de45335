/**
 * Books, each known by its ISBN, and the adverts of those who lend out a copy. Rentals see adverts through {@link
 * com.rentwave.legacy.book.BookOffers} only; may depend on neither money nor rentals.
 */
package com.rentwave.legacy.book;
