package com.rentwave.legacy.room;

import com.rentwave.legacy.offer.Terms;
import java.util.Set;

/**
 * What an owner tells about a room.
 *
 * @param description may have several lines
 * @param country ISO 3166, two letters
 * @param guests how many may stay at most
 */
record RoomDetails(
        String title,
        String description,
        String place,
        String country,
        int beds,
        int guests,
        Set<Amenity> amenities,
        Terms terms) {}
