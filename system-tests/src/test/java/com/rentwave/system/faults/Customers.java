package com.rentwave.system.faults;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.platform.Platform;
import com.rentwave.workload.api.Answer;
import com.rentwave.workload.api.ApiRequest;
import com.rentwave.workload.api.RentWaveClient;
import com.rentwave.workload.api.SignIn;
import com.rentwave.workload.vehicles.MadeUpVehicles;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Somebody with a vehicle and nothing else, and somebody with money and nothing else. */
final class Customers {

    static final long MONEY = 5_000_000;

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final RentWaveClient owner;
    private final RentWaveClient renter;
    private final long vehicle;

    private Customers(RentWaveClient owner, RentWaveClient renter, long vehicle) {
        this.owner = owner;
        this.renter = renter;
        this.vehicle = vehicle;
    }

    static Customers of(Platform platform) throws IOException {
        HttpClient http = RentWaveClient.newHttpClient();
        RentWaveClient owner = newcomer(http, platform);
        RentWaveClient renter = newcomer(http, platform);
        long vehicle = sent(owner, ApiRequest.createVehicle(new MadeUpVehicles(7).next()))
                .path("id")
                .asLong();
        sent(renter, ApiRequest.topUp(MONEY, "EUR"));
        return new Customers(owner, renter, vehicle);
    }

    static RentWaveClient newcomer(HttpClient http, Platform platform) throws IOException {
        RentWaveClient client = new RentWaveClient(http, platform.uri(), SignIn.COOKIE, TIMEOUT);
        String password = UUID.randomUUID().toString();
        String email = "customer-" + password + "@rentwave.example";
        client.register(email, "Customer", password);
        client.login(email, password);
        return client;
    }

    static JsonNode sent(RentWaveClient who, ApiRequest request) throws IOException {
        Answer answer = insist(who, request.withIdempotencyKey(UUID.randomUUID().toString()));
        if (!answer.successful()) {
            throw new IOException(request.path() + " answered " + answer.describe());
        }
        return answer.json();
    }

    /** A request of the one with the money for the other's vehicle, always for the same days. */
    ApiRequest rent() {
        LocalDate from = LocalDate.now(ZoneOffset.UTC).plusDays(30);
        return ApiRequest.rent(vehicle, from, from.plusDays(2));
    }

    /** Sends it once, whatever comes of it. */
    void tryOnce(ApiRequest request) {
        try {
            renter.send(request);
        } catch (IOException interrupted) {
            // That is what the part was killed for.
        }
    }

    /** Sends it again and again, the same each time, until somebody answers. */
    Answer insist(ApiRequest request) {
        return insist(renter, request);
    }

    private static Answer insist(RentWaveClient who, ApiRequest request) {
        AtomicReference<Answer> answer = new AtomicReference<>();
        await("an answer to " + request.path())
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    answer.set(who.send(request));
                    return !answer.get().unavailable();
                });
        return answer.get();
    }

    List<JsonNode> rentals() {
        List<JsonNode> rentals = new ArrayList<>();
        insist(ApiRequest.get("/api/rentals?role=renter")).json().path("items").forEach(rentals::add);
        return rentals;
    }

    long renterHas() {
        return balance(renter);
    }

    long ownerHas() {
        return balance(owner);
    }

    private static long balance(RentWaveClient who) {
        JsonNode balances = insist(who, ApiRequest.get("/api/wallet")).json().path("balances");
        return balances.path(0).path("amount").asLong();
    }
}
