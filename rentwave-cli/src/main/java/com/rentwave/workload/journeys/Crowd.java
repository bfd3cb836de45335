package com.rentwave.workload.journeys;

import com.rentwave.workload.api.RentWaveClient;
import com.rentwave.workload.api.SignIn;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many users at once. First they settle in, a few at a time: signing up is slow on purpose, because passwords are hashed
 * slowly. Then all of them stay for a while; only that time is measured.
 */
public final class Crowd {

    private static final int HANDS = 4;
    private static final int ONE_LISTENS_OF = 5;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final CrowdSettings settings;
    private final CrowdListener listener;
    private final List<CrowdUser> users = new ArrayList<>();
    private final List<Measurements> settling = new ArrayList<>();
    private final List<Measurements> running = new ArrayList<>();

    public Crowd(CrowdSettings settings, CrowdListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /** Returns when all users are gone. */
    public CrowdReport run() throws InterruptedException {
        HttpClient http = RentWaveClient.newHttpClient();
        Random random = new Random(settings.seed());
        LocalDate today = LocalDate.now(Clock.system(ZoneOffset.UTC));
        for (int i = 0; i < settings.users(); i++) {
            SignIn signIn = i % 2 == 0 ? SignIn.COOKIE : SignIn.BEARER;
            RentWaveClient client = new RentWaveClient(http, settings.api(), signIn, TIMEOUT);
            settling.add(new Measurements());
            running.add(new Measurements());
            Requests requests = new Requests(client, settling.get(i));
            users.add(new CrowdUser(client, requests, new Random(random.nextLong()), today));
        }
        settleIn();
        List<NotificationStream> streams = new ArrayList<>();
        try {
            for (int i = 0; i < users.size(); i += ONE_LISTENS_OF) {
                streams.add(NotificationStream.open(users.get(i).client(), running.get(i)));
            }
            long begin = System.nanoTime();
            stay(begin);
            return report((System.nanoTime() - begin) / 1e9, streams);
        } finally {
            streams.forEach(NotificationStream::close);
        }
    }

    private void settleIn() throws InterruptedException {
        byte[] bytes = new byte[6];
        new SecureRandom().nextBytes(bytes);
        String run = HexFormat.of().formatHex(bytes);
        AtomicInteger settled = new AtomicInteger();
        ExecutorService hands = Executors.newFixedThreadPool(HANDS);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < users.size(); i++) {
                String email = "crowd-" + i + '.' + run + "@rentwave.example";
                CrowdUser user = users.get(i);
                work.add(hands.submit(() -> {
                    user.settleIn(email, run);
                    listener.settled(settled.incrementAndGet(), users.size());
                }));
            }
            awaitAll(work);
        } finally {
            hands.shutdownNow();
        }
    }

    private void stay(long begin) throws InterruptedException {
        long end = begin + settings.length().toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(users.size(), work -> {
            Thread thread = new Thread(work, "crowd");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < users.size(); i++) {
                CrowdUser user = users.get(i);
                user.begin(running.get(i));
                Random random = new Random(settings.seed() + i);
                work.add(threads.submit(() -> live(user, random, end)));
            }
            watch(begin, end);
            awaitAll(work);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Everybody begins with a thought, so that they do not all come through the door at once. */
    private Void live(CrowdUser user, Random random, long end) throws InterruptedException {
        long shortest = settings.shortestThought().toNanos();
        long span = settings.longestThought().toNanos() - shortest + 1;
        long thought = (long) (random.nextDouble() * settings.longestThought().toNanos());
        while (System.nanoTime() + thought < end) {
            TimeUnit.NANOSECONDS.sleep(thought);
            user.act();
            thought = shortest + (long) (random.nextDouble() * span);
        }
        return null;
    }

    private void watch(long begin, long end) throws InterruptedException {
        for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
            long requests = running.stream().mapToLong(Measurements::requests).sum();
            listener.running(
                    requests,
                    TimeUnit.NANOSECONDS.toSeconds(now - begin),
                    settings.length().toSeconds());
            TimeUnit.NANOSECONDS.sleep(Math.min(TimeUnit.SECONDS.toNanos(1), end - now));
        }
    }

    private static void awaitAll(List<Future<?>> work) throws InterruptedException {
        try {
            for (Future<?> one : work) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private CrowdReport report(double seconds, List<NotificationStream> streams) {
        Measurements before = new Measurements();
        settling.forEach(before::addAll);
        Measurements during = new Measurements();
        running.forEach(during::addAll);
        List<String> examples = new ArrayList<>(before.examples());
        examples.addAll(during.examples());
        return new CrowdReport(
                users.size(),
                Math.round(seconds * 10) / 10.0,
                during.report(),
                before.report(),
                streams.size(),
                streams.stream().mapToLong(NotificationStream::told).sum(),
                examples);
    }
}
