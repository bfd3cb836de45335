package com.rentwave.system.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rentwave.workload.api.ApiRequest;
import com.rentwave.workload.api.RentWaveClient;
import com.rentwave.workload.api.SignIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One place that answers for rentals, and three people at it: Ann, who lends; Bob, who has money; Carl, who has little. It
 * remembers what is rented there, so that later requests are about the same things everywhere.
 */
final class RentalSubject {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VEHICLE = "{\"make\":\"Falke\",\"model\":\"Duna\",\"year\":2010,\"sizeClass\":\"SUV\","
            + "\"seats\":5,\"bootLitres\":400,\"transmission\":\"MANUAL\",\"fuel\":\"DIESEL\",\"drive\":\"ALL\","
            + "\"pricePerDay\":%d,\"lateFeePerDay\":2500,\"currency\":\"EUR\",\"minDays\":2,\"maxDays\":30}";
    private static final String ROOM = "{\"title\":\"Über den \\\"Dächern\\\"\",\"place\":\"Köln\",\"country\":\"DE\","
            + "\"beds\":1,\"guests\":2,\"pricePerDay\":0,\"lateFeePerDay\":0,\"currency\":\"EUR\"}";
    private static final Pattern PERSON = Pattern.compile("(\"(?:renterId|ownerId|userId)\":)(\\d+)");
    private static final Pattern RENTAL = Pattern.compile("(rentals/|[Rr]ental |\"rentalId\":|\\{\"id\":)(\\d+)");
    private static final Pattern THING =
            Pattern.compile("([Vv]ehicle |[Aa]dvert |[Rr]oom |\"type\":\"[a-z]+\",\"id\":)(\\d+)");
    private static final Pattern CURSOR = Pattern.compile("\"nextCursor\":\"([A-Za-z0-9_-]+)\"");

    private final String name;
    private final HttpClient http;
    private final URI base;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Map<String, RentWaveClient> people = new LinkedHashMap<>();
    private final Map<String, Long> things = new LinkedHashMap<>();
    private final Map<String, Long> rentals = new LinkedHashMap<>();
    private String cursor = "";

    private RentalSubject(String name, HttpClient http, URI base) {
        this.name = name;
        this.http = http;
        this.base = base;
    }

    /** @param facade where people sign in, lend and pay; @param base where the requests about rentals go */
    static RentalSubject at(String name, HttpClient http, URI facade, URI base) throws IOException {
        RentalSubject subject = new RentalSubject(name, http, base);
        for (String person : new String[] {"ann", "bob", "carl"}) {
            subject.people.put(person, newcomer(http, facade, person));
        }
        subject.lend("vehicle", "/api/vehicles", VEHICLE.formatted(5_000));
        subject.lend("dear vehicle", "/api/vehicles", VEHICLE.formatted(900_000));
        subject.lend("paused vehicle", "/api/vehicles", VEHICLE.formatted(5_000));
        subject.lend("late vehicle", "/api/vehicles", VEHICLE.formatted(1_000));
        subject.lend("deleted vehicle", "/api/vehicles", VEHICLE.formatted(5_000));
        subject.lend("room", "/api/rooms", ROOM);
        subject.did("ann", ApiRequest.setAvailable(subject.thing("paused vehicle"), false));
        subject.did("ann", ApiRequest.deleteVehicle(subject.thing("deleted vehicle")));
        subject.did("bob", ApiRequest.topUp(1_000_000, "EUR"));
        subject.did("carl", ApiRequest.topUp(10_000, "EUR"));
        return subject;
    }

    private static RentWaveClient newcomer(HttpClient http, URI facade, String name) throws IOException {
        RentWaveClient client = new RentWaveClient(http, facade, SignIn.BEARER, Duration.ofSeconds(30));
        String secret = UUID.randomUUID().toString();
        String email = name + '.' + secret + "@rentwave.example";
        client.register(email, name, secret);
        client.login(email, secret);
        return client;
    }

    private void lend(String thing, String address, String body) throws IOException {
        things.put(
                thing,
                did("ann", ApiRequest.post(address, JSON.readTree(body)))
                        .path("id")
                        .asLong());
    }

    private JsonNode did(String person, ApiRequest request) throws IOException {
        var answer = people.get(person)
                .send(request.withIdempotencyKey(UUID.randomUUID().toString()));
        if (!answer.successful()) {
            throw new IOException(request.path() + " answered " + answer.describe());
        }
        return answer.json();
    }

    String name() {
        return name;
    }

    String token(String person) {
        return people.get(person).token();
    }

    long thing(String thing) {
        return things.get(thing);
    }

    /** The id of what was rented in the case of this name. */
    long rental(String rented) {
        return rentals.get(rented);
    }

    /** The place where the last list broke off. */
    String cursor() {
        return cursor;
    }

    /** The day that is this many days from the day on which it all began. */
    LocalDate day(int number) {
        return today.plusDays(number);
    }

    /** Sends a case, remembers what it has made, and writes the answer down with ids and times replaced by words. */
    String transcript(RentalCase one) throws InterruptedException {
        try {
            HttpResponse<byte[]> response = Transcript.send(one.request().apply(this), http, base);
            response.headers()
                    .firstValue("location")
                    .ifPresent(location ->
                            rentals.putIfAbsent(one.name(), Long.parseLong(location.replaceAll("\\D+", ""))));
            String text = Transcript.text(response, RentalCase.HEADERS);
            Matcher place = CURSOR.matcher(text);
            cursor = place.find() ? place.group(1) : cursor;
            return masked(text);
        } catch (IOException e) {
            return "no answer: " + e;
        }
    }

    /** What everybody has in the end, and how it came to that. */
    Map<String, String> wallets() throws IOException {
        Map<String, String> wallets = new LinkedHashMap<>();
        for (Map.Entry<String, RentWaveClient> person : people.entrySet()) {
            for (String address : new String[] {"/api/wallet", "/api/wallet/transactions?limit=100"}) {
                String text = person.getValue().send(ApiRequest.get(address)).text();
                wallets.put(person.getKey() + ' ' + address, masked(text.replaceAll("\"id\":\\d+", "\"id\":<id>")));
            }
        }
        return wallets;
    }

    private String masked(String text) {
        String masked = text.replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z", "<time>")
                .replaceAll("(?m)^(rentwave-position: ).+$", "$1<position>");
        masked = CURSOR.matcher(masked).replaceAll("\"nextCursor\":\"<cursor>\"");
        Map<String, Long> users = new LinkedHashMap<>();
        people.forEach((person, client) -> users.put(person, client.userId()));
        masked = named(masked, PERSON, users);
        masked = named(masked, RENTAL, rentals);
        return named(masked, THING, things);
    }

    /** Numbers that nobody has remembered stay as they are. */
    private static String named(String text, Pattern pattern, Map<String, Long> names) {
        return pattern.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1)
                        + names.entrySet().stream()
                                .filter(known -> known.getValue().toString().equals(found.group(2)))
                                .map(known -> '<' + known.getKey() + '>')
                                .findFirst()
                                .orElse(found.group(2))));
    }
}
