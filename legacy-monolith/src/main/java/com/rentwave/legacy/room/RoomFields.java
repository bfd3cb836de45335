package com.rentwave.legacy.room;

import com.rentwave.legacy.offer.Terms;
import com.rentwave.legacy.offer.TermsJson;
import com.rentwave.legacy.web.Fields;
import java.util.Set;

/** Reads a room's details from a body; every rule about one field is here. */
final class RoomFields {

    static final long MOST_BEDS = 50;
    static final long MOST_GUESTS = 50;

    private RoomFields() {}

    static RoomDetails details(byte[] body) {
        Fields fields = Fields.of(body);
        String title = fields.text("title", 1, 100);
        String description = fields.lines("description", 4000);
        String place = fields.text("place", 1, 100);
        String country = fields.country("country");
        Long beds = fields.wholeNumber("beds", 1, MOST_BEDS);
        Long guests = fields.wholeNumber("guests", 1, MOST_GUESTS);
        Set<Amenity> amenities = fields.words("amenities", Amenity.class);
        Terms terms = TermsJson.read(fields);
        fields.check();
        return new RoomDetails(
                title, description, place, country, beds.intValue(), guests.intValue(), amenities, terms);
    }
}
