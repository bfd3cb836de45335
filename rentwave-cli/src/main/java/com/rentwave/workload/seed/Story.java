package com.rentwave.workload.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.workload.api.ApiRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happens between the people, day by day. Days before today are lived through by moving the clock there and on; it
 * goes back to where it was at the end, whatever happens.
 */
final class Story {

    private static final String ACTIVE = "ACTIVE";

    private interface Event {
        void happen() throws IOException;
    }

    private final Map<String, Inhabitant> people;
    private final Map<String, JsonNode> offers;
    private final Map<String, String> kinds;
    private final Tally tally;
    private final TreeMap<Integer, List<Event>> days = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * @param people by key
     * @param offers what is offered, by "owner/name"
     * @param kinds what kind of thing it is, by "owner/name"
     */
    Story(Map<String, Inhabitant> people, Map<String, JsonNode> offers, Map<String, String> kinds, Tally tally) {
        this.people = people;
        this.offers = offers;
        this.kinds = kinds;
        this.tally = tally;
    }

    /** Adds what is missing of these rentals. */
    void plan(List<World.Rental> rentals, LocalDate today, boolean withPast) throws IOException {
        Map<String, List<JsonNode>> known = new HashMap<>();
        int impossible = 0;
        for (World.Rental rental : rentals) {
            if (!known.containsKey(rental.renter())) {
                known.put(rental.renter(), people.get(rental.renter()).rentals());
            }
            JsonNode there = there(rental, known.get(rental.renter()));
            if (there == null && rental.from() < 0 && !withPast) {
                impossible++;
            } else {
                plan(rental, there, today);
            }
        }
        if (impossible > 0) {
            notes.add(impossible
                    + " rentals that began before today are missing: this RentWave's clock cannot be moved.");
        }
    }

    private void plan(World.Rental rental, JsonNode there, LocalDate today) {
        Inhabitant renter = people.get(rental.renter());
        tally.count(there == null);
        long[] id = {there == null ? 0 : there.path("id").asLong()};
        if (there == null) {
            on(Math.min(0, rental.from()), () -> {
                String thing = rental.owner() + '/' + rental.offer();
                ApiRequest request = ApiRequest.rent(
                        kinds.get(thing),
                        offers.get(thing).path("id").asLong(),
                        today.plusDays(rental.from()),
                        today.plusDays(rental.to()));
                id[0] = renter.write(request).path("id").asLong();
            });
        }
        boolean open = there == null || there.path("status").asText().equals(ACTIVE);
        if (open && rental.back() != null) {
            on(rental.back(), () -> renter.write(ApiRequest.returnRental(id[0])));
        }
        if (open && rental.cancelled()) {
            on(0, () -> renter.write(ApiRequest.cancelRental(id[0])));
        }
    }

    private JsonNode there(World.Rental rental, List<JsonNode> known) {
        String thing = rental.owner() + '/' + rental.offer();
        long id = offers.get(thing).path("id").asLong();
        return known.stream()
                .filter(one -> one.at("/item/id").asLong() == id
                        && one.at("/item/type").asText().equals(kinds.get(thing)))
                .findFirst()
                .orElse(null);
    }

    private void on(int day, Event event) {
        days.computeIfAbsent(day, key -> new ArrayList<>()).add(event);
    }

    /** Lets it happen, the past first. */
    void happen(MovableClock clock, SeedListener listener) throws IOException {
        int all = days.values().stream().mapToInt(List::size).sum();
        int done = 0;
        boolean past = !days.isEmpty() && days.firstKey() < 0;
        Duration now = past ? clock.offset() : Duration.ZERO;
        try {
            for (Map.Entry<Integer, List<Event>> day : days.entrySet()) {
                if (past) {
                    clock.move(now.plusDays(day.getKey()));
                }
                for (Event event : day.getValue()) {
                    event.happen();
                    done++;
                    listener.done("rentals", done, all);
                }
            }
        } finally {
            if (past) {
                clock.move(now);
            }
        }
    }

    /** What could not be planned. */
    List<String> notes() {
        return notes;
    }
}
