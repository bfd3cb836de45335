package com.rentwave.legacy.search;

/**
 * Something that has just come on offer.
 *
 * @param id of a vehicle or room, or of a book's advert
 * @param pricePerDay whole minor units
 */
public record NewAdvert(ItemType type, long id, long ownerId, String title, long pricePerDay) {}
