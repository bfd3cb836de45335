package com.rentwave.workload.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The people, what they offer, and who rents what from whom; everything in it is invented. */
record World(List<Person> people, List<Rental> rentals) {

    /**
     * @param key first part of the e-mail address
     * @param money what is paid into the wallet, in cents
     * @param follows words of followed searches
     */
    record Person(
            String key,
            String name,
            String place,
            String about,
            long money,
            List<String> follows,
            List<Offer> offers) {}

    /**
     * @param name by which rentals mean it
     * @param kind {@code vehicle}, {@code room} or {@code book}
     * @param book the book of which a copy is offered, else null
     * @param details what the API wants to know of the vehicle, the room or the copy
     */
    record Offer(String name, String kind, JsonNode book, JsonNode details) {}

    /**
     * A rental, in days from today.
     *
     * @param back when it was brought back; null when it was not
     */
    record Rental(String renter, String owner, String offer, int from, int to, Integer back, boolean cancelled) {}

    static World read() {
        try (InputStream in = World.class.getResourceAsStream("world.json")) {
            return new ObjectMapper().readValue(in, World.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
