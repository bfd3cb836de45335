package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static com.rentwave.legacy.Crowd.atOnce;
import static com.rentwave.legacy.Samples.rent;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.Call.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Vehicles, books and rooms are rented by the same rules. */
class RentalsOfAnythingIT {

    private static final int MANY = 6;

    private static Person owner;
    private static Person renter;

    /** Something on offer, and what its API and its adverts say of it. */
    private enum Thing {
        VEHICLE("vehicle", "Volkswagen Golf", 4_500, 9_000, "EUR", "Vehicle"),
        BOOK("book", "The Hunger Games", 150, 300, "EUR", "Advert"),
        ROOM("room", "Quiet room by the canal", 5_200, 7_000, "SEK", "Room");

        private final String type;
        private final String title;
        private final long pricePerDay;
        private final long lateFee;
        private final String currency;
        private final String noun;

        Thing(String type, String title, long pricePerDay, long lateFee, String currency, String noun) {
            this.type = type;
            this.title = title;
            this.pricePerDay = pricePerDay;
            this.lateFee = lateFee;
            this.currency = currency;
            this.noun = noun;
        }

        private long offered() {
            return switch (this) {
                case VEHICLE -> Copies.vehicle(owner);
                case BOOK -> Samples.advert(owner, Samples.newBook(owner)).id();
                case ROOM -> Samples.room(owner).id();
            };
        }

        private long paused() {
            return switch (this) {
                case VEHICLE -> Copies.vehicle(owner, Map.of("avl_fl", "N"));
                case BOOK -> paused(Samples.advert(owner, Samples.newBook(owner)));
                case ROOM -> paused(Samples.room(owner));
            };
        }

        private static long paused(Reply offered) {
            call("PUT", offered.header("Location") + "/availability")
                    .by(owner)
                    .json("{\"available\":false}")
                    .send();
            return offered.id();
        }
    }

    @BeforeAll
    static void signIn() {
        owner = Person.somebody();
        renter = Person.somebody().with(1_000_000, "EUR").with(1_000_000, "SEK");
    }

    @ParameterizedTest
    @EnumSource(Thing.class)
    void copiesWhatWasAgreed(Thing thing) {
        long id = thing.offered();

        Reply rented = rent(renter, thing.type, id, "2999-03-01", "2999-03-04").send();

        assertThat(rented.status()).isEqualTo(201);
        assertThat(rented.body())
                .startsWith("{\"id\":" + rented.id() + ",\"item\":{\"type\":\"" + thing.type + "\",\"id\":" + id
                        + ",\"title\":\"" + thing.title + "\"},\"renterId\":" + renter.id() + ",\"ownerId\":"
                        + owner.id() + ",")
                .contains("\"days\":3,\"price\":" + 3 * thing.pricePerDay + ",\"lateFeePerDay\":" + thing.lateFee
                        + ",\"currency\":\"" + thing.currency + "\",");
        assertThat(Events.data("rent.start", "rental", rented.id()))
                .singleElement()
                .asString()
                .startsWith("{\"item\":{\"type\":\"" + thing.type + "\",\"id\":" + id + ",");
    }

    @ParameterizedTest
    @EnumSource(Thing.class)
    void rentsOneThingToOneOfMany(Thing thing) {
        long id = thing.offered();
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            people.add(Person.somebody().with(100_000, thing.currency));
        }

        List<Reply> replies =
                atOnce(MANY, i -> rent(people.get(i), thing.type, id, "2999-05-0" + (i + 1), "2999-05-11"));

        assertThat(replies).extracting(Reply::status).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(replies.stream().filter(reply -> reply.status() == 409)).allSatisfy(lost -> {
            assertThat(lost.problem()).isEqualTo("already-rented");
            assertThat(lost.body())
                    .contains(thing.noun + ' ' + id + " is rented to somebody else on at least one of these days.");
        });
    }

    @ParameterizedTest
    @EnumSource(Thing.class)
    void refusesWhatIsOnesOwnOrPausedOrNotThereAtAll(Thing thing) {
        long offered = thing.paused();

        Reply own = rent(owner, thing.type, offered, "2999-03-01", "2999-03-04").send();
        Reply paused =
                rent(renter, thing.type, offered, "2999-03-01", "2999-03-04").send();
        Reply absent = rent(renter, thing.type, 999_999_999, "2999-03-01", "2999-03-04")
                .send();

        assertThat(own.problem()).isEqualTo("own-item");
        assertThat(paused.problem()).isEqualTo("not-available");
        assertThat(absent.status()).isEqualTo(404);
    }

    @Test
    void keepsToTheShortestAndTheLongestTime() {
        long room = Thing.ROOM.offered();

        Reply tooShort = rent(renter, "room", room, "2999-03-01", "2999-03-02").send();
        Reply tooLong = rent(renter, "room", room, "2999-03-01", "2999-03-16").send();

        assertThat(List.of(tooShort, tooLong)).extracting(Reply::status).containsOnly(400);
        assertThat(tooShort.body())
                .contains("{\"field\":\"to\",\"reason\":\"must be between 2 and 14 days after from\"}");
        assertThat(rent(renter, "room", room, "2999-03-01", "2999-03-15").send().status())
                .isEqualTo(201);
    }

    @Test
    void keepsThingsOfDifferentKindsWithOneNumberApart() {
        Reply unknown = rent(renter, "boat", 5, "2999-03-01", "2999-03-02").send();
        long room = Thing.ROOM.offered();
        long copy = Thing.BOOK.offered();
        rent(renter, "room", room, "2999-03-01", "2999-03-04").send();

        Reply other = rent(renter, "book", copy, "2999-03-01", "2999-03-04").send();

        assertThat(other.status()).isEqualTo(201);
        assertThat(unknown.body())
                .contains("{\"field\":\"item.type\",\"reason\":\"must be one of vehicle, book, room\"}");
    }
}
