package com.rentwave.contracts.web;

import static com.rentwave.contracts.ApiForms.ETAG;
import static com.rentwave.contracts.ApiForms.ETAG_FORM;
import static com.rentwave.contracts.web.RoomBodies.room;
import static com.rentwave.contracts.web.Words.WEB;
import static com.rentwave.contracts.web.Words.answers;
import static com.rentwave.contracts.web.Words.asks;
import static com.rentwave.contracts.web.Words.looks;
import static com.rentwave.contracts.web.Words.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the pages rely on when somebody looks for guest rooms. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "rooms", pactVersion = PactSpecVersion.V4)
class RoomsPactTest {

    @RegisterExtension
    private final Browser browser = new Browser("/api/rooms");

    private static LambdaDslObject card(LambdaDslObject room) {
        return room.integerType("id", 9)
                .integerType("ownerId", 7)
                .stringType("title", "Room with a view")
                .stringType("place", "Florence")
                .stringType("country", "IT")
                .integerType("beds", 2)
                .integerType("guests", 3)
                .integerType("pricePerDay", 6000)
                .stringType("currency", "EUR")
                .booleanType("available", true);
    }

    @Pact(consumer = WEB)
    V4Pact showsARoom(PactDslWithProvider pact) {
        return answers(
                        asks(pact.given("a user has a room"), "a look at the room", "GET", "/api/rooms/${roomId}"),
                        200,
                        room(true))
                .matchHeader("ETag", ETAG_FORM, ETAG)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsARoom")
    void showsARoom(MockServer server) {
        browser.nobody(server).open("/rooms/9");

        assertThat(browser.reads())
                .contains("Room with a view", "Quiet, high up.", "Florence, Italy", "3 guests", "2 beds", "Wi-Fi");
    }

    @Pact(consumer = WEB)
    V4Pact saysThatARoomIsNotThere(PactDslWithProvider pact) {
        return refuses(
                asks(
                        pact.given("nobody is signed in"),
                        "a look at a room that is not there",
                        "GET",
                        "/api/rooms/999999999999999999"),
                404,
                "not-found");
    }

    @Test
    @PactTestFor(pactMethod = "saysThatARoomIsNotThere")
    void saysThatARoomIsNotThere(MockServer server) {
        browser.nobody(server).open("/rooms/999999999999999999");

        assertThat(browser.reads()).contains("This is no longer here");
    }

    @Pact(consumer = WEB)
    V4Pact showsSomeRooms(PactDslWithProvider pact) {
        return answers(
                        asks(pact.given("a user has a room"), "the newest rooms", "GET", "/api/rooms")
                                .query("limit=4&available=true"),
                        200,
                        Words.open(RoomsPactTest::card))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsSomeRooms")
    void showsSomeRooms(MockServer server) {
        browser.nobody(server).open("/");

        assertThat(browser.reads()).contains("Rooms to stay", "Room with a view", "Florence, Italy");
    }

    @Pact(consumer = WEB)
    V4Pact showsTheRoomsOfSomebody(PactDslWithProvider pact) {
        return answers(
                        looks(pact.given("a user has a room"), "somebody's rooms", "/api/rooms")
                                .query("limit=20")
                                .queryParameterFromProviderState("ownerId", "${ownerId}", "7"),
                        200,
                        Words.open(RoomsPactTest::card))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showsTheRoomsOfSomebody")
    void showsTheRoomsOfSomebody(MockServer server) {
        browser.signedIn(server).open("/adverts");

        assertThat(browser.reads()).contains("Room with a view", "€60.00 a day");
    }

    @Pact(consumer = WEB)
    V4Pact searchesRoomsWithEveryFilter(PactDslWithProvider pact) {
        return answers(
                        asks(pact.given("a user has a room"), "a search of rooms", "GET", "/api/rooms")
                                .query(
                                        "minPrice=100&maxPrice=900000&available=true&place=Florence&country=IT&minBeds=2&minGuests=3"
                                                + "&amenity=WIFI&amenity=BREAKFAST&sort=price&limit=24"),
                        200,
                        Words.open(RoomsPactTest::card))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "searchesRoomsWithEveryFilter")
    void searchesRoomsWithEveryFilter(MockServer server) {
        browser.nobody(server)
                .open("/search?type=room&place=Florence&country=IT&minBeds=2&minGuests=3&amenity=WIFI&amenity=BREAKFAST"
                        + "&minPrice=100&maxPrice=900000&available=true&sort=price");

        assertThat(browser.reads()).contains("Rooms", "Room with a view", "€60.00 a day");
    }
}
