package com.rentwave.contracts;

import au.com.dius.pact.core.model.ProviderState;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Makes happen what a message is to tell of, as a person would: through the public API; only a barrier
 * is left as a coordinator leaves it. Says which message tells of it, by the id of what was made and not by what the
 * message should say.
 */
final class Happenings {

    private final Map<String, Happening> all = new HashMap<>();
    private final People people;
    private final Clock clock = Clock.systemUTC();

    Happenings(ProviderStates states) {
        this.people = states.people();
        all.put("the stream was armed", kind -> ofKind("the streams of vehicles were armed", kind));
        all.put("somebody waits for a barrier", kind -> {
            states.barrier("vehicles");
            return ofKind("a barrier was left in the log", kind);
        });
        all.put("somebody waits for a barrier of rentals", kind -> {
            states.barrier("rentals");
            return ofKind("a barrier was left in the log", kind);
        });
        all.put("the log moves on without a row", kind -> {
            people.newcomer();
            return ofKind("a user registered", kind);
        });
        addVehicles();
        addRooms();
        addBooks();
        addRentals();
        all.put("a user registers", kind -> of(1, "user", people.newcomer().id()));
        all.put("a user tops up", kind -> {
            Person person = people.newcomer();
            person.topUp();
            return of(1, "wallet", person.id());
        });
        all.put("a user pays rent", kind -> {
            Person person = people.newcomer();
            rental(person);
            return of(2, "wallet", person.id());
        });
        all.put("a user is paid back", kind -> {
            Person person = people.newcomer();
            person.post("/api/rentals/" + rental(person) + "/cancel", "");
            return of(3, "wallet", person.id());
        });
        all.put("somebody rents a user's vehicle", kind -> {
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
        Wanted happen(String kind) throws IOException;
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
    Wanted happen(List<ProviderState> wanted, String kind) throws IOException {
        if (wanted.size() != 1) {
            throw new IOException("a message needs one state that says what happens");
        }
        String name = wanted.get(0).getName();
        Happening happening = all.get(name);
        if (happening == null) {
            throw new IOException("nobody knows how to make happen that \"" + name + '"');
        }
        return happening.happen(kind);
    }

    private void addVehicles() {
        vehicle("a user adds a vehicle", 1, vehicle -> {});
        vehicle("a user pauses a vehicle", 2, Thing::pause);
        vehicle("a user changes a vehicle", 2, Thing::save);
        vehicle("a user removes a vehicle", 2, Thing::remove);
    }

    private void vehicle(String name, int nth, Act act) {
        all.put(name, kind -> {
            Thing vehicle = VehicleStates.vehicle(people.user());
            act.on(vehicle);
            return new Wanted(name + ": " + vehicle.path(), nth, message -> isAbout(message, vehicle.id()), null);
        });
    }

    private void addRooms() {
        room("a user adds a room", 1, room -> {});
        room("a user pauses a room", 2, Thing::pause);
        room("a user changes a room", 2, Thing::save);
        room("a user removes a room", 2, Thing::remove);
    }

    private void room(String name, int nth, Act act) {
        all.put(name, kind -> {
            Thing room = people.user().add("/api/rooms", Samples.ROOM);
            act.on(room);
            return of(nth, "room", room.id());
        });
    }

    private void addBooks() {
        all.put("a user adds a book", kind -> of(1, "book", OfferStates.book(people.user())));
        copy("a user lends out a copy", 2, copy -> {});
        copy("a user changes a copy", 3, Thing::save);
        copy("a user pauses a copy", 3, Thing::pause);
    }

    private void copy(String name, int nth, Act act) {
        all.put(name, kind -> {
            String isbn = OfferStates.book(people.user());
            act.on(OfferStates.copy(people.user(), isbn));
            return of(nth, "book", isbn);
        });
    }

    private void addRentals() {
        all.put("a user rents a vehicle", kind -> ofRental(1, rental(people.user())));
        all.put("a user cancels a rental", kind -> {
            String rental = rental(people.user());
            people.user().post("/api/rentals/" + rental + "/cancel", "");
            return ofRental(2, rental);
        });
        all.put("a user gives back what was rented", kind -> {
            LocalDate today = LocalDate.now(clock);
            people.user().topUp();
            Thing vehicle = VehicleStates.vehicle(people.other());
            String rental = people.user()
                    .rent(vehicle, today.toString(), today.plusDays(2).toString());
            people.user().post("/api/rentals/" + rental + "/return", "");
            return ofRental(2, rental);
        });
    }

    private String rental(Person renter) throws IOException {
        return RentalStates.rental(renter, people.other());
    }

    /** Events of a thing. */
    private static Wanted of(int nth, String type, String id) {
        return new Wanted(type + ' ' + id, nth, message -> isAbout(message.path("aggregate"), type, id), null);
    }

    /** Events of a rental, or row records with its row. */
    private static Wanted ofRental(int nth, String id) {
        return new Wanted(
                "rental " + id,
                nth,
                message -> isAbout(message.path("aggregate"), "rental", id) || hasRow(message, "rnt_id", id),
                null);
    }

    private static Wanted ofKind(String what, String kind) {
        return new Wanted(what, 1, message -> message.path("kind").asText().equals(kind), null);
    }

    private static boolean isAbout(JsonNode aggregate, String type, String id) {
        return aggregate.path("type").asText().equals(type)
                && aggregate.path("id").asText().equals(id);
    }

    /** A row record with the vehicle's row, or an event of the vehicle. */
    private static boolean isAbout(JsonNode message, String id) {
        return isAbout(message.path("aggregate"), "vehicle", id) || hasRow(message, "veh_id", id);
    }

    /** By the name of the id in the monolith, or the one in a service. */
    private static boolean hasRow(JsonNode message, String legacyId, String id) {
        if (message.path("kind").asText().equals("CHANGES")) {
            for (JsonNode change : message.path("changes")) {
                JsonNode row = change.path("row");
                if (row.path(legacyId).asText().equals(id)
                        || row.path("id").asText().equals(id)) {
                    return true;
                }
            }
        }
        return false;
    }
}
