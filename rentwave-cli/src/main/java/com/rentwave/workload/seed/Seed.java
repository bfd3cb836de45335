package com.rentwave.workload.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.workload.api.RentWaveClient;
import com.rentwave.workload.api.SignIn;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Makes the world's people, what they offer and what happened between them, as far as it is not there yet. */
public final class Seed {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int LOOKS = 20;
    private static final int LEFT_UNREAD = 2;

    private final SeedSettings settings;
    private final SeedListener listener;
    private final World world = World.read();
    private final Tally tally = new Tally();
    private final Map<String, Inhabitant> people = new LinkedHashMap<>();
    private final Map<String, JsonNode> offers = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();

    public Seed(SeedSettings settings, SeedListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Seeds; run again it changes nothing.
     *
     * @throws SeedException when RentWave refuses something
     * @throws IOException when RentWave does not answer
     */
    public SeedReport run() throws IOException, InterruptedException {
        settle();
        offer();
        boolean withPast = settings.clock().map(MovableClock::isMovable).orElse(false);
        LocalDate today =
                withPast ? settings.clock().orElseThrow().today() : LocalDate.now(Clock.system(ZoneOffset.UTC));
        Story story = new Story(people, offers, kinds, tally);
        story.plan(world.rentals(), today, withPast);
        story.happen(settings.clock().orElse(null), listener);
        if (tally.made() > 0) {
            readSome();
        }
        List<SeedReport.Login> logins = world.people().stream()
                .map(person -> new SeedReport.Login(person.name(), Inhabitant.email(person), settings.password()))
                .toList();
        return new SeedReport(logins, tally.made(), tally.there(), story.notes());
    }

    /** Everybody follows before anybody offers, so that there is something to tell them. */
    private void settle() throws IOException {
        HttpClient http = RentWaveClient.newHttpClient();
        for (World.Person person : world.people()) {
            RentWaveClient client = new RentWaveClient(http, settings.api(), SignIn.BEARER, TIMEOUT);
            Inhabitant inhabitant = new Inhabitant(person, client, tally);
            inhabitant.signIn(settings.password());
            inhabitant.tellAboutOneself();
            inhabitant.payIn();
            inhabitant.follow();
            people.put(person.key(), inhabitant);
            listener.done("people", people.size(), world.people().size());
        }
    }

    private void offer() throws IOException {
        int all = world.people().stream()
                .mapToInt(person -> person.offers().size())
                .sum();
        for (World.Person person : world.people()) {
            for (World.Offer offer : person.offers()) {
                String name = person.key() + '/' + offer.name();
                offers.put(name, people.get(person.key()).offer(offer));
                kinds.put(name, offer.kind());
                listener.done("vehicles, rooms and books", offers.size(), all);
            }
        }
    }

    /** Most notifications are read, the latest are not. They come a moment after what they tell of. */
    private void readSome() throws IOException, InterruptedException {
        Map<Inhabitant, List<JsonNode>> told = new LinkedHashMap<>();
        int before = -1;
        for (int look = 0; look < LOOKS; look++) {
            int count = 0;
            for (Inhabitant one : people.values()) {
                told.put(one, one.notifications());
                count += told.get(one).size();
            }
            if (count > 0 && count == before) {
                break;
            }
            before = count;
            TimeUnit.MILLISECONDS.sleep(500);
        }
        for (Map.Entry<Inhabitant, List<JsonNode>> one : told.entrySet()) {
            List<JsonNode> unread = new ArrayList<>(one.getValue());
            for (JsonNode notification : unread.subList(Math.min(LEFT_UNREAD, unread.size()), unread.size())) {
                if (notification.path("readAt").isNull()) {
                    one.getKey().read(notification);
                }
            }
        }
    }
}
