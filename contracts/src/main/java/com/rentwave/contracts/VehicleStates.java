package com.rentwave.contracts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** States of vehicles. */
final class VehicleStates {

    private static final String VEHICLES = "/api/vehicles";
    private static final int MORE_THAN_A_PAGE = 21;

    private final People people;

    VehicleStates(People people) {
        this.people = people;
    }

    void addTo(Map<String, ProviderStates.State> states) {
        states.put("a user has a vehicle", (made, asked) -> own(made));
        states.put("a user has a vehicle that was changed in the meantime", (made, asked) -> own(made)
                .pause());
        states.put("a user has a paused vehicle", (made, asked) -> own(made).pause());
        states.put("another user has a vehicle", (made, asked) -> {
            into(made, vehicle(people.other()));
            people.user().into(made);
        });
        states.put("another user has a vehicle and nobody is signed in", (made, asked) -> {
            into(made, vehicle(people.other()));
        });
        states.put("a user has three vehicles", (made, asked) -> three(made, "Skoda"));
        states.put("three vehicles have a word of their own", (made, asked) -> {
            String word = 'W' + UUID.randomUUID().toString().replace("-", "");
            three(made, word);
            made.put("word", word);
        });
        states.put("a user has more vehicles than a page shows", (made, asked) -> many(made));
        states.put("a user has used an idempotency key", (made, asked) -> {
            Person user = people.user();
            user.into(made);
            add(user, Samples.vehicle().put("make", "Another").toString(), key(made));
        });
        states.put("a user has sent this request before", (made, asked) -> {
            Object body = asked.getParams().get("body");
            if (body == null) {
                throw new IOException("provider state \"" + asked.getName() + "\" needs the parameter body");
            }
            people.user().into(made);
            add(people.user(), body.toString(), key(made));
        });
    }

    static Thing vehicle(Person owner) throws IOException {
        return add(owner, Samples.vehicle().toString(), UUID.randomUUID().toString());
    }

    static void into(Map<String, Object> made, Thing vehicle) {
        made.put("vehicleId", vehicle.id());
        made.put("etag", vehicle.etag());
    }

    private Thing own(Map<String, Object> made) throws IOException {
        people.user().into(made);
        Thing vehicle = vehicle(people.user());
        into(made, vehicle);
        return vehicle;
    }

    /** The dearest first, so the newest is the cheapest. */
    private void three(Map<String, Object> made, String make) throws IOException {
        Person owner = people.newcomer();
        owner.into(made);
        for (int price : new int[] {3000, 2000, 1000}) {
            priced(owner, make, price);
        }
    }

    private void many(Map<String, Object> made) throws IOException {
        Person owner = people.newcomer();
        owner.into(made);
        for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
            priced(owner, "Skoda", 3000);
        }
        made.put(
                "cursor",
                owner.get(VEHICLES + "?limit=20&ownerId=" + owner.id())
                        .body()
                        .path("nextCursor")
                        .asText());
    }

    private static void priced(Person owner, String make, int price) throws IOException {
        ObjectNode vehicle = Samples.vehicle().put("make", make).put("pricePerDay", price);
        add(owner, vehicle.toString(), UUID.randomUUID().toString());
    }

    private static Thing add(Person owner, String vehicle, String key) throws IOException {
        return owner.add(VEHICLES, vehicle, "Idempotency-Key", key);
    }

    private static String key(Map<String, Object> made) {
        String key = UUID.randomUUID().toString();
        made.put("idempotencyKey", key);
        return key;
    }
}
