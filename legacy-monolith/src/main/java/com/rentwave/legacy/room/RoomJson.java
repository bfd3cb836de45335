package com.rentwave.legacy.room;

import com.rentwave.legacy.offer.OfferedJson;
import com.rentwave.legacy.web.JsonText;

/** A room as the API shows it. */
final class RoomJson {

    private RoomJson() {}

    static String text(Room room) {
        JsonText json = new JsonText();
        write(json, room);
        return json.toString();
    }

    static void write(JsonText json, Room room) {
        RoomDetails details = room.details();
        json.object()
                .field("id", room.id())
                .field("ownerId", room.ownerId())
                .field("title", details.title())
                .field("description", details.description())
                .field("place", details.place())
                .field("country", details.country())
                .field("beds", details.beds())
                .field("guests", details.guests())
                .name("amenities")
                .array();
        details.amenities().forEach(amenity -> json.string(amenity.name()));
        json.end();
        OfferedJson.write(json, room);
        json.end();
    }
}
