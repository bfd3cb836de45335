package com.rentwave.system.faults;

import static org.awaitility.Awaitility.await;

import com.rentwave.platform.Platform;
import com.rentwave.workload.api.Answer;
import com.rentwave.workload.api.ApiRequest;
import com.rentwave.workload.api.RentWaveClient;
import com.rentwave.workload.api.SignIn;
import com.rentwave.workload.vehicles.MadeUpVehicles;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * People who look at the same few vehicles all the time, each in a browser of their own and never signed in, and who notice
 * when something is not as it was when they came.
 */
final class Onlookers implements AutoCloseable {

    private static final int PEOPLE = 40;
    private static final int VEHICLES = 4;
    private static final long THOUGHT_MILLIS = 400;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Platform platform;
    private final Map<String, String> asItWas = new LinkedHashMap<>();
    private final Queue<Look> looks = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService people = Executors.newScheduledThreadPool(PEOPLE);

    /**
     * A look at something.
     *
     * @param begun when, as System.nanoTime() has it
     * @param trouble what was not as it should be; null when all was
     */
    record Look(long begun, String trouble) {}

    Onlookers(Platform platform) throws IOException {
        this.platform = platform;
        RentWaveClient owner = Customers.newcomer(RentWaveClient.newHttpClient(), platform);
        MadeUpVehicles drafts = new MadeUpVehicles(11);
        List<String> paths = new ArrayList<>(List.of("/api/vehicles?ownerId=" + owner.userId()));
        for (int i = 0; i < VEHICLES; i++) {
            paths.add("/api/vehicles/"
                    + Customers.sent(owner, ApiRequest.createVehicle(drafts.next()))
                            .path("id")
                            .asLong());
        }
        for (String path : paths) {
            asItWas.put(path, owner.send(ApiRequest.get(path)).text());
        }
    }

    /** They come, and look until this is closed. */
    void start() {
        HttpClient http = RentWaveClient.newHttpClient();
        for (int person = 0; person < PEOPLE; person++) {
            RentWaveClient browser = new RentWaveClient(http, platform.uri(), SignIn.COOKIE, TIMEOUT);
            String name = "onlooker-" + person;
            long first = person * THOUGHT_MILLIS / PEOPLE;
            Iterator<String> paths =
                    Stream.generate(asItWas::keySet).flatMap(Collection::stream).iterator();
            people.scheduleWithFixedDelay(
                    () -> looks.add(look(browser, name, paths.next())), first, THOUGHT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** @param name by which the facade knows somebody who is not signed in again, cookies or not */
    private Look look(RentWaveClient browser, String name, String path) {
        long begun = System.nanoTime();
        try {
            Answer answer = browser.send(ApiRequest.get(path).with("User-Agent", name));
            boolean well = answer.status() == 200 && answer.text().equals(asItWas.get(path));
            return new Look(begun, well ? null : path + " answered " + answer.describe());
        } catch (IOException e) {
            return new Look(begun, path + " was not answered: " + e);
        }
    }

    /** The looks that began in a time, as System.nanoTime() has it. */
    List<Look> between(long from, long to) {
        return looks.stream()
                .filter(look -> look.begun() - from >= 0 && look.begun() - to < 0)
                .toList();
    }

    /** Returns when so many more looks have ended. */
    void awaitMore(int count) {
        int wanted = looks.size() + count;
        await("looks at vehicles").atMost(Duration.ofSeconds(60)).until(() -> looks.size() >= wanted);
    }

    @Override
    public void close() throws InterruptedException {
        people.shutdownNow();
        people.awaitTermination(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }
}
