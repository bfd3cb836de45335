package com.rentwave.workload.load;

import com.rentwave.workload.api.Answer;
import com.rentwave.workload.api.RentWaveClient;
import com.rentwave.workload.api.SignIn;
import com.rentwave.workload.history.FinalState;
import com.rentwave.workload.history.Operation;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;

/**
 * Many clients at a steady pace. Call {@link #prepare()}, {@link #start()}, {@link #stop()}, then ask for what they did
 * and for what they have in the end.
 */
public final class Load implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int HANDS = 4;

    private final LoadSettings settings;
    private final List<LoadClient> clients = new ArrayList<>();
    private final List<Recorder> recorders = new ArrayList<>();
    private final LongAdder requests = new LongAdder();
    private final ExecutorService threads;
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean stopped;

    public Load(LoadSettings settings) {
        this.settings = settings;
        this.threads = Executors.newFixedThreadPool(settings.clients(), work -> {
            Thread thread = new Thread(work, "load");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Registers the clients, signs them in, and lets each pay money in and offer its first vehicles. */
    public void prepare() throws InterruptedException {
        HttpClient http = RentWaveClient.newHttpClientForManyThreads();
        Market market = new Market(Clock.systemUTC());
        Random random = new Random(settings.seed());
        String run = HexFormat.of().toHexDigits(random.nextLong());
        for (int i = 1; i <= settings.clients(); i++) {
            String name = String.format("client%02d", i);
            SignIn signIn = i % 2 == 0 ? SignIn.COOKIE : SignIn.BEARER;
            RentWaveClient client = new RentWaveClient(http, settings.api(), signIn, TIMEOUT);
            Recorder recorder = new Recorder(name, requests);
            PersistentSender sender = new PersistentSender(client, settings.patience(), "load-" + run + "-" + i);
            recorders.add(recorder);
            clients.add(new LoadClient(name, client, sender, recorder, market, new Random(random.nextLong())));
        }
        List<Callable<Void>> preparations = new ArrayList<>();
        for (LoadClient client : clients) {
            preparations.add(() -> {
                signIn(client, client.name + "." + run + "@rentwave.example", run);
                client.settleIn(settings.vehiclesEach());
                return null;
            });
        }
        awaitAll(preparations);
    }

    private void awaitAll(List<Callable<Void>> work) throws InterruptedException {
        ExecutorService some = Executors.newFixedThreadPool(HANDS);
        try {
            for (Future<Void> one : some.invokeAll(work)) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } finally {
            some.shutdownNow();
        }
    }

    private static void signIn(LoadClient client, String email, String password) throws IOException {
        Answer registered = client.client.register(email, client.name, password);
        Answer answer = registered.successful() ? client.client.login(email, password) : registered;
        if (!answer.successful()) {
            throw new IOException("A client of the load cannot sign in: " + answer.describe());
        }
    }

    public void start() {
        double perClient = (settings.writesPerSecond() + settings.readsPerSecond()) / settings.clients();
        double writeShare = settings.writesPerSecond() / (settings.writesPerSecond() + settings.readsPerSecond());
        for (int i = 0; i < clients.size(); i++) {
            LoadClient client = clients.get(i);
            double phase = (double) i / clients.size();
            running.add(threads.submit(() -> work(client, new Pace(perClient, phase), writeShare)));
        }
    }

    private Void work(LoadClient client, Pace pace, double writeShare) throws InterruptedException {
        Random random = new Random(client.name.hashCode() ^ settings.seed());
        while (!stopped) {
            pace.await();
            boolean aboutRentals = random.nextDouble() < settings.rentals();
            if (random.nextDouble() < writeShare) {
                client.write(aboutRentals);
            } else {
                client.read(aboutRentals);
            }
        }
        return null;
    }

    /** Lets every client finish what it is doing. */
    public void stop() throws InterruptedException {
        stopped = true;
        for (Future<?> client : running) {
            try {
                client.get(2 * settings.patience().toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException("A client of the load broke: " + e.getCause(), e);
            }
        }
        running.clear();
    }

    /** Requests answered up to now. */
    public long requests() {
        return requests.sum();
    }

    /** Everything the clients did, each client's operations in its order. */
    public List<Operation> operations() {
        return recorders.stream().flatMap(r -> r.operations().stream()).toList();
    }

    /** What the clients have now, read through the public API. */
    public FinalState finalState() throws InterruptedException {
        return new FinalStateReader(clients).read();
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdownNow();
    }
}
