package com.rentwave.legacy.room;

import com.rentwave.legacy.offer.Offered;
import com.rentwave.legacy.web.Folding;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** A guest room on offer. */
@Entity
@Table(name = "t_room")
class Room extends Offered {

    @Id
    @Column(name = "room_id")
    private long id;

    @Column(name = "ttl_tx", nullable = false)
    private String title;

    @Column(name = "dsc_tx", nullable = false)
    private String description;

    @Column(name = "plc_tx", nullable = false)
    private String place;

    @Column(name = "ctry_cd", nullable = false)
    private String country;

    @Column(name = "bed_ct", nullable = false)
    private int beds;

    @Column(name = "gst_ct", nullable = false)
    private int guests;

    @Column(name = "amn_tx", nullable = false)
    private String amenities;

    /** As the filter for places compares it. */
    @Column(name = "plc_srch_tx", nullable = false)
    private String foldedPlace;

    /** Title and place, as a search compares them. */
    @Column(name = "srch_tx", nullable = false)
    private String found;

    /** The same and the description. */
    @Column(name = "full_tx", nullable = false)
    private String foundInFull;

    protected Room() {}

    /** A new room can be rented at once. */
    Room(long id, long ownerId, RoomDetails details, LocalDateTime now) {
        super(ownerId, details.terms(), now);
        this.id = id;
        describe(details);
    }

    void change(RoomDetails details, LocalDateTime now) {
        describe(details);
        change(details.terms(), now);
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    RoomDetails details() {
        return new RoomDetails(title, description, place, country, beds, guests, Amenity.parse(amenities), terms());
    }

    private void describe(RoomDetails details) {
        title = details.title();
        description = details.description();
        place = details.place();
        country = details.country();
        beds = details.beds();
        guests = details.guests();
        amenities = Amenity.text(details.amenities());
        foldedPlace = Folding.fold(place);
        found = Folding.fold(title) + ' ' + foldedPlace;
        foundInFull = found + ' ' + Folding.fold(description);
    }
}
