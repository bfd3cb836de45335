package com.rentwave.legacy.rental;

import com.rentwave.legacy.offer.Offer;
import java.util.Optional;

/** What is on offer, of one kind: all that rentals ever ask about the things rented. */
interface Offers {

    ItemType type();

    Optional<Offer> find(long id);
}
