package com.rentwave.contracts;

import java.io.IOException;
import java.util.Map;

/** States of books and their copies, of guest rooms and of followed searches. */
final class OfferStates {

    private final People people;

    OfferStates(People people) {
        this.people = people;
    }

    void addTo(Map<String, ProviderStates.State> states) {
        states.put("there is no such thing on offer", (made, asked) -> {});
        states.put("a user is signed in and has a new book", (made, asked) -> {
            people.user().into(made);
            made.put("isbn", Samples.newIsbn());
        });
        states.put("a user is signed in and a book is known", (made, asked) -> book(made));
        states.put("a user lends out a book", (made, asked) -> copy(made));
        states.put("a user lends out a book that was changed in the meantime", (made, asked) -> copy(made)
                .pause());
        states.put("a user has a room", (made, asked) -> room(made));
        states.put("a user has a room that was changed in the meantime", (made, asked) -> room(made)
                .pause());
        states.put("a user follows a search", (made, asked) -> {
            people.user().into(made);
            made.put(
                    "searchId",
                    people.user().add("/api/searches", Samples.SEARCH).id());
        });
    }

    static Thing copy(Person owner, String isbn) throws IOException {
        return owner.add("/api/books/" + isbn + "/adverts", Samples.COPY);
    }

    static String book(Person reader) throws IOException {
        String isbn = Samples.newIsbn();
        reader.post("/api/books", Samples.book(isbn));
        return isbn;
    }

    private String book(Map<String, Object> made) throws IOException {
        people.user().into(made);
        String isbn = book(people.user());
        made.put("isbn", isbn);
        return isbn;
    }

    private Thing copy(Map<String, Object> made) throws IOException {
        Thing copy = copy(people.user(), book(made));
        made.put("advertId", copy.id());
        made.put("etag", copy.etag());
        return copy;
    }

    private Thing room(Map<String, Object> made) throws IOException {
        people.user().into(made);
        Thing room = people.user().add("/api/rooms", Samples.ROOM);
        made.put("roomId", room.id());
        made.put("etag", room.etag());
        return room;
    }
}
