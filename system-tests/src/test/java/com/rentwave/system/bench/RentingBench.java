package com.rentwave.system.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.platform.Platform;
import com.rentwave.system.stack.Moves;
import com.rentwave.system.stack.WithRentWave;
import com.rentwave.workload.api.Answer;
import com.rentwave.workload.api.ApiRequest;
import com.rentwave.workload.api.RentWaveClient;
import com.rentwave.workload.api.SignIn;
import com.rentwave.workload.vehicles.MadeUpVehicles;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Renting at the service, which asks others for the terms and for the money, takes at most twice as long as at the monolith,
 * which has both: the 99th percentile of {@code POST /rentals} through the facade, in turns, vehicles in their service. The
 * figures go to {@code target/bench}.
 */
@WithRentWave
class RentingBench {

    private static final int ROUNDS = 3;
    private static final int CLIENTS = 4;
    private static final int RENTALS = 300;
    private static final int NOT_COUNTED = 100;
    private static final int TOP_UPS = 40;
    private static final long TOP_UP = 5_000_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** A renter, and a vehicle of somebody else whose days he rents one after the other. */
    private static final class Renter {

        private final RentWaveClient client;
        private final long vehicle;
        private LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(2);

        private Renter(RentWaveClient client, long vehicle) {
            this.client = client;
            this.vehicle = vehicle;
        }

        /** @return how long each took that counts, in microseconds */
        private List<Long> rent() throws IOException {
            List<Long> times = new ArrayList<>();
            for (int i = -NOT_COUNTED; i < RENTALS; i++) {
                ApiRequest request = keyed(ApiRequest.rent(vehicle, day, day.plusDays(1)));
                day = day.plusDays(1);
                long began = System.nanoTime();
                Answer answer = client.send(request);
                long took = (System.nanoTime() - began) / 1_000;
                assertThat(answer.describe()).startsWith("201");
                if (i >= 0) {
                    times.add(took);
                }
            }
            return times;
        }
    }

    @AfterAll
    static void goBack(Platform platform) throws IOException, InterruptedException {
        new Moves(platform).takeBack("rentals");
        new Moves(platform).takeBack("vehicles");
    }

    @Test
    void rentingAtTheServiceTakesAtMostTwiceAsLong(Platform platform) throws Exception {
        Moves moves = new Moves(platform);
        moves.to("vehicles", "OWNED");
        List<Renter> renters = renters(platform);
        List<Long> monolith = new ArrayList<>();
        List<Long> service = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            moves.to("rentals", "LEGACY");
            monolith.addAll(times(renters));
            moves.to("rentals", "OWNED");
            service.addAll(times(renters));
        }

        String figures = String.format(
                Locale.ROOT,
                "%d clients, %d rentals a side   p50 ms   p99 ms%n%s%s%-32s %8.2f %8.2f%n",
                CLIENTS,
                monolith.size(),
                line("monolith", monolith),
                line("rental-service", service),
                "ratio",
                (double) percentile(service, 50) / percentile(monolith, 50),
                (double) percentile(service, 99) / percentile(monolith, 99));
        System.out.println(figures);
        Path folder = Files.createDirectories(Path.of("target", "bench"));
        Files.writeString(folder.resolve("renting.txt"), figures);
        assertThat(percentile(service, 99))
                .as("p99 of renting at the service in microseconds; twice the monolith's is the bound")
                .isLessThanOrEqualTo(2 * percentile(monolith, 99));
    }

    private static List<Renter> renters(Platform platform) throws IOException {
        HttpClient http = RentWaveClient.newHttpClient();
        RentWaveClient owner = newcomer(http, platform);
        MadeUpVehicles drafts = new MadeUpVehicles(11);
        List<Renter> renters = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Answer vehicle = owner.send(keyed(ApiRequest.createVehicle(drafts.next())));
            RentWaveClient client = newcomer(http, platform);
            for (int n = 0; n < TOP_UPS; n++) {
                assertThat(client.send(keyed(ApiRequest.topUp(TOP_UP, "EUR"))).status())
                        .isEqualTo(201);
            }
            renters.add(new Renter(client, vehicle.json().path("id").asLong()));
        }
        return renters;
    }

    private static RentWaveClient newcomer(HttpClient http, Platform platform) throws IOException {
        RentWaveClient client = new RentWaveClient(http, platform.uri(), SignIn.COOKIE, TIMEOUT);
        String password = UUID.randomUUID().toString();
        String email = "bench-" + password + "@rentwave.example";
        client.register(email, "Bench", password);
        client.login(email, password);
        return client;
    }

    private static ApiRequest keyed(ApiRequest request) {
        return request.withIdempotencyKey(UUID.randomUUID().toString());
    }

    private static List<Long> times(List<Renter> renters) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(renters.size());
        try {
            List<Callable<List<Long>>> all = new ArrayList<>();
            renters.forEach(renter -> all.add(renter::rent));
            List<Long> times = new ArrayList<>();
            for (Future<List<Long>> one : threads.invokeAll(all)) {
                times.addAll(one.get());
            }
            return times;
        } finally {
            threads.shutdownNow();
        }
    }

    private static String line(String name, List<Long> micros) {
        return String.format(
                Locale.ROOT,
                "%-32s %8.1f %8.1f%n",
                name,
                percentile(micros, 50) / 1_000.0,
                percentile(micros, 99) / 1_000.0);
    }

    private static long percentile(List<Long> values, int percent) {
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
