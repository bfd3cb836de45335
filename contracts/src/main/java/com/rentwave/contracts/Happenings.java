package com.rentwave.contracts;

import au.com.dius.pact.core.model.ProviderState;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Makes happen what a message is to tell of, as a person would: through the public API; only a barrier is left as a
 * coordinator leaves it, and days pass as an operator lets them pass. Says which message tells of it, by the id of what was
 * made and not by what the message should say.
 */
final class Happenings {

    /** Columns with a thing's id, on both sides. */
    private static final List<String> IDS = List.of("veh_id", "rnt_id", "id");

    private final Map<String, Happening> all = new HashMap<>();
    private final People people;

    Happenings(ProviderStates states) {
        this.people = states.people();
        all.put("the stream was armed", asked -> asked.found("the streams of " + asked.api() + " were armed"));
        all.put("somebody waits for a barrier", asked -> {
            states.barrier(asked.api());
            return asked.found("a barrier was left in the log");
        });
        all.put("the log moves on without a row", asked -> {
            people.newcomer();
            return asked.found("a user registered");
        });
        addVehicles();
        addRooms();
        addBooks();
        addRentals(states);
        all.put("a user registers", asked -> of(1, "user", people.newcomer().id()));
        all.put("a user tops up", asked -> {
            Person person = people.newcomer();
            person.topUp();
            return of(1, "wallet", person.id());
        });
        all.put("a user pays rent", asked -> {
            Person person = people.newcomer();
            rental(person);
            return of(2, "wallet", person.id());
        });
        all.put("a user is paid back", asked -> {
            Person person = people.newcomer();
            person.post("/api/rentals/" + rental(person) + "/cancel", "");
            return of(3, "wallet", person.id());
        });
        all.put("somebody rents a user's vehicle", asked -> {
            Person owner = people.newcomer();
            people.other().topUp();
            Thing vehicle = VehicleStates.vehicle(owner);
            return Wanted.heard(
                    "the vehicle of user " + owner.id() + " was rented",
                    NotificationStream.first(
                            owner, () -> people.other().rent(vehicle, RentalStates.FROM, RentalStates.TO)));
        });
    }

    private interface Happening {
        Wanted happen(Asked asked) throws IOException;
    }

    /**
     * What is known of the message beforehand.
     *
     * @param kind of a row record
     * @param api whose rows it is about
     */
    record Asked(String kind, String api) {

        static Asked of(JsonNode message) {
            return new Asked(message.path("kind").asText(), message.path("api").asText());
        }

        private Wanted found(String what) {
            return new Wanted(what, 1, message -> message.path("kind").asText().equals(kind), null);
        }
    }

    private interface Act {
        void on(Thing thing) throws IOException;
    }

    /**
     * A message to look for.
     *
     * @param what what was done to make it come
     * @param nth which of those that are meant
     * @param meant whether a message is one of them
     * @param heard the message, when it does not stand in a topic; else null
     */
    record Wanted(String what, int nth, Predicate<JsonNode> meant, JsonNode heard) {

        private static Wanted heard(String what, JsonNode message) {
            return new Wanted(what, 1, any -> true, message);
        }
    }

    /** @throws IOException when it cannot be made to happen */
    Wanted happen(List<ProviderState> wanted, JsonNode message) throws IOException {
        if (wanted.size() != 1) {
            throw new IOException("a message needs one state that says what happens");
        }
        String name = wanted.get(0).getName();
        Happening happening = all.get(name);
        if (happening == null) {
            throw new IOException("nobody knows how to make happen that \"" + name + '"');
        }
        return happening.happen(Asked.of(message));
    }

    private void addVehicles() {
        vehicle("a user adds a vehicle", 1, vehicle -> {});
        vehicle("a user pauses a vehicle", 2, Thing::pause);
        vehicle("a user changes a vehicle", 2, Thing::save);
        vehicle("a user removes a vehicle", 2, Thing::remove);
    }

    private void vehicle(String name, int nth, Act act) {
        all.put(name, asked -> {
            Thing vehicle = VehicleStates.vehicle(people.user());
            act.on(vehicle);
            return of(nth, "vehicle", vehicle.id());
        });
    }

    private void addRooms() {
        room("a user adds a room", 1, room -> {});
        room("a user pauses a room", 2, Thing::pause);
        room("a user changes a room", 2, Thing::save);
        room("a user removes a room", 2, Thing::remove);
    }

    private void room(String name, int nth, Act act) {
        all.put(name, asked -> {
            Thing room = people.user().add("/api/rooms", Samples.ROOM);
            act.on(room);
            return of(nth, "room", room.id());
        });
    }

    private void addBooks() {
        all.put("a user adds a book", asked -> of(1, "book", OfferStates.book(people.user())));
        copy("a user lends out a copy", 2, copy -> {});
        copy("a user changes a copy", 3, Thing::save);
        copy("a user pauses a copy", 3, Thing::pause);
    }

    private void copy(String name, int nth, Act act) {
        all.put(name, asked -> {
            String isbn = OfferStates.book(people.user());
            act.on(OfferStates.copy(people.user(), isbn));
            return of(nth, "book", isbn);
        });
    }

    private void addRentals(ProviderStates states) {
        all.put("a user rents a vehicle", asked -> of(1, "rental", rental(people.user())));
        all.put("a user cancels a rental", asked -> {
            String rental = rental(people.user());
            people.user().post("/api/rentals/" + rental + "/cancel", "");
            return of(2, "rental", rental);
        });
        all.put("a user gives back what was rented", asked -> {
            String rental = RentalStates.begun(people.user(), people.other());
            people.user().post("/api/rentals/" + rental + "/return", "");
            return of(2, "rental", rental);
        });
        all.put("a rented vehicle is not brought back", asked -> {
            String rental = RentalStates.begun(people.user(), people.other());
            states.letPass(RentalStates.DAYS_UNTIL_LATE);
            return of(2, "rental", rental);
        });
    }

    private String rental(Person renter) throws IOException {
        return RentalStates.rental(renter, people.other());
    }

    /** Events of a thing, or records with its row. */
    private static Wanted of(int nth, String type, String id) {
        return new Wanted(
                type + ' ' + id,
                nth,
                message -> isAbout(message.path("aggregate"), type, id) || hasRow(message, id),
                null);
    }

    private static boolean isAbout(JsonNode aggregate, String type, String id) {
        return aggregate.path("type").asText().equals(type)
                && aggregate.path("id").asText().equals(id);
    }

    private static boolean hasRow(JsonNode message, String id) {
        for (JsonNode change : message.path("changes")) {
            JsonNode row = change.path("row");
            if (message.path("kind").asText().equals("CHANGES")
                    && IDS.stream().anyMatch(column -> row.path(column).asText().equals(id))) {
                return true;
            }
        }
        return false;
    }
}
