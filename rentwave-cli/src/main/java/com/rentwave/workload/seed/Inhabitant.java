package com.rentwave.workload.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rentwave.workload.api.Answer;
import com.rentwave.workload.api.ApiRequest;
import com.rentwave.workload.api.RentWaveClient;
import com.rentwave.workload.seed.World.Person;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One of the world's people, signed in. Looks before it makes anything: what is there already stays as it is. */
final class Inhabitant {

    private static final String DOMAIN = "@rentwave.example";
    private static final int CONFLICT = 409;

    private final Person person;
    private final RentWaveClient client;
    private final Tally tally;

    Inhabitant(Person person, RentWaveClient client, Tally tally) {
        this.person = person;
        this.client = client;
        this.tally = tally;
    }

    Person person() {
        return person;
    }

    static String email(Person person) {
        return person.key() + DOMAIN;
    }

    void signIn(String password) throws IOException {
        Answer answer = client.register(email(person), person.name(), password);
        if (answer.status() != CONFLICT) {
            successful("register", answer);
        }
        tally.count(answer.successful());
        answer = client.login(email(person), password);
        if (!answer.successful()) {
            throw new SeedException(email(person) + " is there, but cannot sign in: " + answer.describe()
                    + "\nSomebody else has seeded this RentWave with another password.");
        }
    }

    void tellAboutOneself() throws IOException {
        Answer found = successful("profile", client.send(ApiRequest.get("/api/users/me")));
        boolean told = found.json().path("about").asText().equals(person.about());
        if (!told) {
            ObjectNode profile = JsonNodeFactory.instance
                    .objectNode()
                    .put("name", person.name())
                    .put("about", person.about())
                    .put("place", person.place());
            write(
                    "profile",
                    ApiRequest.put("/api/users/me", profile)
                            .with("If-Match", found.header("ETag").orElse("*")));
        }
        tally.count(!told);
    }

    void payIn() throws IOException {
        boolean paid = all("/api/wallet/transactions").stream()
                .anyMatch(one -> one.path("kind").asText().equals("TOP_UP"));
        if (!paid) {
            write("top up", ApiRequest.topUp(person.money(), "EUR"));
        }
        tally.count(!paid);
    }

    void follow() throws IOException {
        List<JsonNode> followed = all("/api/searches");
        for (String words : person.follows()) {
            boolean there =
                    followed.stream().anyMatch(one -> one.path("q").asText().equals(words));
            if (!there) {
                ObjectNode search = JsonNodeFactory.instance.objectNode().put("q", words);
                write("follow", ApiRequest.post("/api/searches", search));
            }
            tally.count(!there);
        }
    }

    /** What is offered, its id included. */
    JsonNode offer(World.Offer offer) throws IOException {
        String mine = "?ownerId=" + client.userId();
        JsonNode details = offer.details();
        Optional<JsonNode> there =
                switch (offer.kind()) {
                    case "vehicle" -> find("/api/vehicles" + mine, details, "make", "model", "year");
                    case "room" -> find("/api/rooms" + mine, details, "title");
                    default -> find("/api/books/adverts" + mine, offer.book(), "isbn");
                };
        tally.count(there.isEmpty());
        return there.isPresent() ? there.get() : make(offer);
    }

    private JsonNode make(World.Offer offer) throws IOException {
        if (offer.kind().equals("book")) {
            Answer book = send(ApiRequest.post("/api/books", offer.book()));
            if (book.status() != CONFLICT) {
                successful("book", book);
            }
            String isbn = offer.book().path("isbn").asText();
            return write("advert", ApiRequest.post("/api/books/" + isbn + "/adverts", offer.details()))
                    .json();
        }
        String address = offer.kind().equals("room") ? "/api/rooms" : "/api/vehicles";
        return write(offer.kind(), ApiRequest.post(address, offer.details())).json();
    }

    private Optional<JsonNode> find(String list, JsonNode wanted, String... members) throws IOException {
        return all(list).stream()
                .filter(one -> List.of(members).stream()
                        .allMatch(name ->
                                one.path(name).asText().equals(wanted.path(name).asText())))
                .findFirst();
    }

    /** Everything it rents or has rented. */
    List<JsonNode> rentals() throws IOException {
        return all("/api/rentals?role=renter");
    }

    JsonNode write(ApiRequest request) throws IOException {
        return write("rental", request).json();
    }

    List<JsonNode> notifications() throws IOException {
        return all("/api/notifications");
    }

    void read(JsonNode notification) throws IOException {
        write(
                "notification",
                ApiRequest.post("/api/notifications/" + notification.path("id").asText() + "/read"));
    }

    private List<JsonNode> all(String path) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        String address = path + (path.indexOf('?') < 0 ? '?' : '&') + "limit=100";
        do {
            String page = next.isEmpty() ? address : address + "&cursor=" + next;
            JsonNode found = successful(path, client.send(ApiRequest.get(page))).json();
            found.path("items").forEach(items::add);
            next = found.path("nextCursor").asText("");
        } while (!next.isEmpty() && !next.equals("null"));
        return items;
    }

    private Answer write(String what, ApiRequest request) throws IOException {
        return successful(what, send(request));
    }

    private Answer send(ApiRequest request) throws IOException {
        return client.send(request.withIdempotencyKey("seed-" + UUID.randomUUID()));
    }

    private Answer successful(String what, Answer answer) {
        if (!answer.successful()) {
            throw new SeedException(person.name() + ", " + what + ": " + answer.describe());
        }
        return answer;
    }
}
