package com.rentwave.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/** States of people: who is registered and signed in, their profiles, money and notifications. */
final class AccountStates {

    private static final String CHANGED = "{\"name\":\"" + People.NAME + "\",\"about\":\"\",\"place\":\"\"}";

    private final People people;

    AccountStates(People people) {
        this.people = people;
    }

    void addTo(Map<String, ProviderStates.State> states) {
        states.put("nobody is signed in", (made, asked) -> {});
        states.put("a user is signed in", (made, asked) -> people.user().into(made));
        states.put(
                "a user is registered",
                (made, asked) -> made.put("email", people.user().email()));
        states.put(
                "somebody has an address that nobody has used",
                (made, asked) -> made.put("email", People.unusedAddress()));
        states.put("a new user is signed in", (made, asked) -> profile(made));
        states.put("a new user has changed the profile in the meantime", (made, asked) -> profile(made)
                .put("/api/users/me", CHANGED, "If-Match", made.get("etag").toString()));
        states.put("a user has money", (made, asked) -> {
            Person person = people.newcomer();
            person.topUp();
            person.into(made);
        });
        states.put("a user has a notification", (made, asked) -> notified(made));
        states.put("an administrator is signed in and a vehicle was added", (made, asked) -> {
            notified(made);
            people.administrator().into(made);
        });
    }

    private Person profile(Map<String, Object> made) throws IOException {
        Person person = people.newcomer();
        person.into(made);
        made.put("etag", person.get("/api/users/me").header("ETag").orElseThrow());
        return person;
    }

    /** Somebody has rented the user's vehicle, and the news has come all the way round. */
    private void notified(Map<String, Object> made) throws IOException {
        Person owner = people.newcomer();
        Thing vehicle = owner.add("/api/vehicles", Samples.vehicle().toString());
        people.other().topUp();
        owner.into(made);
        JsonNode notification =
                NotificationStream.first(owner, () -> people.other().rent(vehicle, RentalStates.FROM, RentalStates.TO));
        made.put("notificationId", notification.path("id").asText());
    }
}
