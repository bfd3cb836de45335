package com.rentwave.workload.demo;

import com.rentwave.platform.PartName;
import com.rentwave.platform.Platform;
import com.rentwave.workload.api.OperatorClient;
import com.rentwave.workload.api.RentWaveClient;
import com.rentwave.workload.api.VehicleDraft;
import com.rentwave.workload.contracts.ContractRecord;
import com.rentwave.workload.contracts.ContractVerification;
import com.rentwave.workload.history.FinalState;
import com.rentwave.workload.history.History;
import com.rentwave.workload.history.HistoryChecker;
import com.rentwave.workload.history.Operation;
import com.rentwave.workload.history.Verdict;
import com.rentwave.workload.load.Load;
import com.rentwave.workload.load.LoadSettings;
import com.rentwave.workload.load.OutageWatch;
import com.rentwave.workload.rows.ImportResult;
import com.rentwave.workload.rows.ImportSettings;
import com.rentwave.workload.rows.RowFile;
import com.rentwave.workload.vehicles.MadeUpVehicles;
import com.rentwave.workload.vehicles.VehicleFile;
import com.rentwave.workload.vehicles.VehicleImport;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Fills RentWave, verifies the contracts, puts a load on it, flips below the load, and judges what the clients saw. */
public final class Demo {

    /** Of the requests, where rentals move. */
    private static final double SHARE_OF_RENTALS = 0.7;

    private static final long SEED = 20_261_120;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration TO_SETTLE = Duration.ofSeconds(60);
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(3);

    private final Platform platform;
    private final DemoSettings settings;
    private final DemoListener listener;
    private final HttpClient http = RentWaveClient.newHttpClient();
    private final OperatorClient operator;
    private final List<Flip> flips = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private List<Operation> operations = List.of();

    public Demo(Platform platform, DemoSettings settings, DemoListener listener) {
        this.platform = platform;
        this.settings = settings;
        this.listener = listener;
        this.operator = new OperatorClient(http, platform.consoleUri(), platform.operatorToken());
    }

    public DemoReport run() throws IOException, InterruptedException {
        refuseWhatDoesNotMove();
        fill();
        verifyContracts();
        try (OutageWatch watch = new OutageWatch(platform.parts());
                Load load = new Load(new LoadSettings(
                        platform.uri(),
                        settings.clients(),
                        8,
                        settings.writesPerSecond(),
                        settings.readsPerSecond(),
                        settings.moves(DemoSettings.RENTALS) ? SHARE_OF_RENTALS : 0,
                        PATIENCE,
                        System.nanoTime()))) {
            startFromHome(watch);
            WaysAround around = WaysAround.prepare(platform, http);
            listener.tell(settings.clients() + " clients sign in and offer their first vehicles.");
            load.prepare();
            long start = System.nanoTime();
            load.start();
            listener.tell("The load is on: " + (int) settings.writesPerSecond() + " writes and "
                    + (int) settings.readsPerSecond() + " reads a second.");
            try {
                flipBelow(load, watch, around);
                goTo(DemoSettings.LEGACY, watch);
            } catch (Flips.FlipException e) {
                failures.add(e.getMessage());
            }
            load.stop();
            Duration lasted = Duration.ofNanos(System.nanoTime() - start);
            if (settings.moves(DemoSettings.RENTALS)) {
                letDaysPass(load, watch);
            }
            return judge(load, watch, start, lasted);
        }
    }

    /** What the clients did while the load was on, in the order of each client; known when the demonstration has ended. */
    public List<Operation> operations() {
        return operations;
    }

    /** @throws IOException when an API is where no move leads away from */
    private void refuseWhatDoesNotMove() throws IOException {
        for (String api : settings.apis()) {
            if (operator.state(api).phase().equals("RETIRED")) {
                throw new IOException(
                        "The API " + api + " is RETIRED in the monolith and moves no more. Nothing was changed."
                                + " Another API can be watched: rentwave demo --api rentals");
            }
        }
    }

    private void fill() throws InterruptedException {
        RowFile<VehicleDraft> file = settings.file().isPresent()
                ? VehicleFile.read(settings.file().get(), "EUR")
                : MadeUpVehicles.file(SEED, settings.vehicles());
        ImportSettings importSettings = new ImportSettings(
                platform.uri(), platform.dataFolder().resolve("import-owners.json"), 20, 8, PATIENCE);
        ImportResult result =
                VehicleImport.of(importSettings, file, listener.importing()).run();
        listener.tell(result.imported() + " vehicles of " + result.owners() + " owners are in RentWave"
                + (result.refused().isEmpty() ? "." : "; " + result.refused().size() + " rows could not be mapped."));
    }

    private void verifyContracts() throws IOException, InterruptedException {
        List<String> missing = new ContractRecord(operator).missing();
        if (missing.isEmpty()) {
            listener.tell("The contracts of what runs have been verified.");
            return;
        }
        listener.tell(missing.size() + " contracts lack a verification against what runs; they are verified now.");
        if (!new ContractVerification(platform, listener::verification).run()) {
            throw new IOException("The contracts are not kept; see above. Nothing was moved.");
        }
    }

    private void startFromHome(OutageWatch watch) throws IOException, InterruptedException {
        goTo(DemoSettings.LEGACY, watch);
        goTo(settings.home(), watch);
    }

    private void goTo(String home, OutageWatch watch) throws IOException, InterruptedException {
        for (String api : settings.apis()) {
            String phase = operator.state(api).phase();
            if (!phase.equals(home)) {
                listener.tell("The API " + api + " is in " + phase + "; it is taken to " + home + ".");
                new Flips(operator, watch, listener).flip(api, home);
            }
        }
    }

    private void flipBelow(Load load, OutageWatch watch, WaysAround around) throws InterruptedException {
        Flips moves = new Flips(operator, watch, listener);
        List<Course.Leg> legs =
                Course.of(settings.apis(), settings.flips(), settings.home()).legs();
        int rows = (legs.size() + settings.inARow() - 1) / settings.inARow();
        long pause = settings.duration().toMillis() / (rows + 1);
        rest(load, settings.home(), pause);
        for (int done = 1; done <= legs.size(); done++) {
            Course.Leg leg = legs.get(done - 1);
            flip(moves, leg);
            tryWaysAround(around, leg);
            if (done % settings.inARow() == 0 || done == legs.size()) {
                rest(load, leg.to(), pause);
            }
        }
    }

    private void flip(Flips moves, Course.Leg leg) throws InterruptedException {
        Flip flip = moves.flip(leg.api(), leg.to());
        flips.add(flip);
        listener.flipped(flip);
    }

    /** Rentals change hands while the timers charge what is late. */
    private void letDaysPass(Load load, OutageWatch watch) throws IOException, InterruptedException {
        LateReturns late = new LateReturns(platform);
        awaitHealth(watch);
        if (!late.possible()) {
            listener.tell(
                    "Nothing is brought back late: the clock of rentals can be moved only when RentWave was started"
                            + " with RENTWAVE_MOVABLE_CLOCK=true. Start it so with: rentwave up");
            return;
        }
        listener.tell("The load has ended; some days pass, and what was not brought back is late.");
        Flips moves = new Flips(operator, watch, listener);
        failures.addAll(late.pass(load, () -> {
            try {
                for (Course.Leg leg :
                        Course.of(List.of(DemoSettings.RENTALS), 1).legs()) {
                    flip(moves, leg);
                }
            } catch (Flips.FlipException e) {
                failures.add(e.getMessage());
            }
        }));
    }

    private void rest(Load load, String phase, long millis) throws InterruptedException {
        long begin = System.nanoTime();
        for (long end = begin + millis * 1_000_000; System.nanoTime() < end; ) {
            Thread.sleep(250);
            listener.running(load.requests(), phase);
        }
        listener.rested(begin, System.nanoTime());
    }

    private int triedAround;

    private void tryWaysAround(WaysAround around, Course.Leg leg) throws InterruptedException {
        PartName notOwner = leg.to().equals("OWNED") ? PartName.MONOLITH : WaysAround.service(leg.api());
        try {
            WaysAround.Result result = around.tryAll(leg.api(), notOwner);
            triedAround += result.tries();
            failures.addAll(result.wrong());
        } catch (IOException e) {
            if (platform.part(notOwner).isHealthy()
                    && platform.part(PartName.FACADE).isHealthy()) {
                failures.add("A write around the facade could not be tried: " + e.getMessage());
            }
        }
    }

    /** A part that was killed may still be on its way back; what is judged is the end. */
    private static void awaitHealth(OutageWatch watch) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_RECOVERY.toNanos();
        while (!watch.dead().isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IOException("Not healthy again after " + LONGEST_RECOVERY.toSeconds() + " s: "
                        + String.join(", ", watch.dead()) + ". See: rentwave status");
            }
            Thread.sleep(200);
        }
    }

    /** What was interrupted halfway, a payment after its rental, is ended by whoever is there again: that may take a moment. */
    private Verdict settled(Load load, List<Operation> operations, OutageWatch watch) throws InterruptedException {
        for (long end = System.nanoTime() + TO_SETTLE.toNanos(); ; ) {
            FinalState state = load.finalState();
            Verdict verdict = HistoryChecker.check(new History(operations, state, watch.outages()));
            if (state.balanced() && verdict.lost() + verdict.doubled() == 0 || System.nanoTime() > end) {
                if (!state.balanced()) {
                    failures.add("the wallets do not hold together what was paid in");
                }
                return verdict;
            }
            Thread.sleep(1_000);
        }
    }

    private DemoReport judge(Load load, OutageWatch watch, long start, Duration lasted)
            throws IOException, InterruptedException {
        awaitHealth(watch);
        listener.tell("The load has ended after " + load.requests() + " requests; both databases are compared.");
        long compared = 0;
        List<String> differences = new ArrayList<>();
        for (String api : settings.apis()) {
            Reconciliation.Result result = new Reconciliation(http, platform).run(api);
            compared += result.compared();
            differences.addAll(result.differences());
            if (result.compared() == 0) {
                failures.add("the comparison of the databases saw no rows of " + api);
            }
        }
        listener.tell("The clients' histories are checked.");
        List<Operation> all = load.operations();
        operations = all.stream()
                .filter(operation -> operation.startNanos() >= start)
                .toList();
        Verdict verdict = settled(load, all, watch);
        return new DemoReport(
                new Verdict(verdict.requests() + triedAround, verdict.unavailable(), verdict.findings()),
                compared,
                differences,
                flips,
                WriteLatency.of(all, start, lasted),
                lasted,
                failures);
    }
}
