package com.rentwave.workload.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rentwave.workload.api.Answer;
import com.rentwave.workload.api.ApiRequest;
import com.rentwave.workload.api.RentWaveClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** One of the crowd: what it has seen, what it has rented, and what it does next. Lives in one thread. */
final class CrowdUser {

    private static final int MOST_SEEN = 40;
    private static final int FARTHEST_DAY = 300;
    private static final long FIRST_MONEY = 5_000_000;
    private static final List<String> WORDS = List.of(
            "van", "golf", "room", "harbour", "maps", "clouds", "duna sport", "gardn", "falke", "studio", "tides", "");
    private static final List<String> VEHICLE_FILTERS = List.of(
            "", "&fuel=ELECTRIC", "&minSeats=5&sort=price", "&sizeClass=VAN", "&maxPrice=6000", "&q=alba&sort=-price");
    private static final List<String> ROOM_FILTERS =
            List.of("", "&minGuests=2", "&amenity=WIFI&sort=price", "&country=PT", "&q=quiet", "&maxPrice=5000");

    private final RentWaveClient client;
    private final Requests requests;
    private final Random random;
    private final LocalDate today;
    private final MadeUpOffers offers;
    private final List<Offer> seen = new ArrayList<>();
    private final List<Long> rentals = new ArrayList<>();

    CrowdUser(RentWaveClient client, Requests requests, Random random, LocalDate today) {
        this.client = client;
        this.requests = requests;
        this.random = random;
        this.today = today;
        this.offers = new MadeUpOffers(random);
    }

    RentWaveClient client() {
        return client;
    }

    /** Becomes a user with some money and something on offer. */
    void settleIn(String email, String password) {
        requests.send(Kind.REGISTER, () -> client.register(email, "Somebody of the crowd", password));
        requests.send(Kind.LOGIN, () -> client.login(email, password));
        topUp(FIRST_MONEY);
        advertise();
    }

    /** From now on it counts. */
    void begin(Measurements measurements) {
        requests.countIntoOther(measurements);
    }

    /** One thing that people do, often the first, rarely the last. */
    void act() {
        int choice = random.nextInt(100);
        if (choice < 22) {
            search();
        } else if (choice < 36 || seen.isEmpty()) {
            list();
        } else if (choice < 56) {
            look(anySeen());
        } else if (choice < 62) {
            calendar(anySeen());
        } else if (choice < 74) {
            rent(anySeen());
        } else if (choice < 78) {
            advertise();
        } else if (choice < 81) {
            giveBackOrCancel();
        } else if (choice < 87) {
            requests.read(Kind.RENTALS, "/api/rentals?role=" + (random.nextBoolean() ? "renter" : "owner"));
        } else if (choice < 91) {
            requests.read(Kind.WALLET, random.nextBoolean() ? "/api/wallet" : "/api/wallet/transactions");
        } else if (choice < 97) {
            notifications();
        } else if (choice < 99) {
            topUp(100_000);
        } else {
            requests.read(Kind.PROFILE, "/api/users/me");
        }
    }

    private void search() {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        requests.read(Kind.SEARCH, "/api/search?available=true&q=" + URLEncoder.encode(word, StandardCharsets.UTF_8))
                .ifPresent(answer -> remember(answer, Offer::found));
    }

    private void list() {
        switch (random.nextInt(3)) {
            case 0 -> list("/api/vehicles?available=true" + one(VEHICLE_FILTERS), Offer::vehicle);
            case 1 -> list("/api/rooms?available=true" + one(ROOM_FILTERS), Offer::room);
            default -> books();
        }
    }

    private void list(String path, Function<JsonNode, Offer> reading) {
        Optional<Answer> page = requests.read(Kind.LIST, path);
        page.ifPresent(answer -> remember(answer, reading));
        page.map(answer -> answer.json().path("nextCursor").asText(null))
                .filter(cursor -> random.nextInt(3) == 0)
                .flatMap(cursor -> requests.read(Kind.LIST, path + "&cursor=" + cursor))
                .ifPresent(answer -> remember(answer, reading));
    }

    private void books() {
        requests.read(Kind.LIST, "/api/books?q=" + (random.nextBoolean() ? "book" : ""))
                .ifPresent(answer -> {
                    JsonNode books = answer.json().path("items");
                    if (!books.isEmpty()) {
                        String isbn = books.get(random.nextInt(books.size()))
                                .path("isbn")
                                .asText();
                        requests.read(Kind.LIST, "/api/books/" + isbn + "/adverts")
                                .ifPresent(adverts -> remember(adverts, Offer::advert));
                    }
                });
    }

    private void remember(Answer page, Function<JsonNode, Offer> reading) {
        for (JsonNode item : page.json().path("items")) {
            Offer offer = reading.apply(item);
            if (offer.ownerId() != client.userId()) {
                seen.add(offer);
            }
        }
        while (seen.size() > MOST_SEEN) {
            seen.remove(random.nextInt(seen.size()));
        }
    }

    private Optional<JsonNode> look(Offer offer) {
        return requests.read(Kind.DETAIL, offer.path()).map(Answer::json);
    }

    private void calendar(Offer offer) {
        requests.read(Kind.CALENDAR, "/api/rentals/calendar?type=" + offer.type() + "&id=" + offer.id());
    }

    private void rent(Offer offer) {
        look(offer).ifPresent(thing -> {
            int least = thing.path("minDays").asInt();
            int most = Math.min(thing.path("maxDays").asInt(), least + 4);
            LocalDate from = today.plusDays(1L + random.nextInt(FARTHEST_DAY));
            LocalDate to = from.plusDays(least + random.nextInt(most - least + 1));
            requests.write(Kind.RENT, ApiRequest.rent(offer.type(), offer.id(), from, to))
                    .ifPresent(answer -> rentals.add(answer.json().path("id").asLong()));
        });
    }

    private void giveBackOrCancel() {
        if (rentals.isEmpty()) {
            rent(anySeen());
            return;
        }
        long rental = rentals.remove(random.nextInt(rentals.size()));
        if (random.nextBoolean()) {
            requests.write(Kind.RETURN, ApiRequest.returnRental(rental));
        } else {
            requests.write(Kind.CANCEL, ApiRequest.cancelRental(rental));
        }
    }

    private void advertise() {
        switch (random.nextInt(3)) {
            case 0 -> requests.write(Kind.ADVERTISE, ApiRequest.post("/api/vehicles", offers.vehicle()));
            case 1 -> requests.write(Kind.ADVERTISE, ApiRequest.post("/api/rooms", offers.room()));
            default -> lendOut(offers.book());
        }
    }

    /** Whether somebody else has added the book already does not matter. */
    private void lendOut(ObjectNode book) {
        requests.write(Kind.ADVERTISE, ApiRequest.post("/api/books", book));
        String address = "/api/books/" + book.path("isbn").asText() + "/adverts";
        requests.write(Kind.ADVERTISE, ApiRequest.post(address, offers.advert()));
    }

    private void topUp(long amount) {
        requests.write(Kind.TOP_UP, ApiRequest.topUp(amount, "EUR"));
    }

    private void notifications() {
        requests.read(Kind.NOTIFICATIONS, "/api/notifications?unread=true")
                .map(answer -> answer.json().path("items").path(0).path("id").asLong())
                .filter(id -> id > 0)
                .ifPresent(id -> requests.write(Kind.READ, ApiRequest.post("/api/notifications/" + id + "/read")));
    }

    private Offer anySeen() {
        return seen.get(random.nextInt(seen.size()));
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
