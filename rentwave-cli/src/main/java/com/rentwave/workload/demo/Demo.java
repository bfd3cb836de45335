package com.rentwave.workload.demo;

import com.rentwave.platform.PartName;
import com.rentwave.platform.Platform;
import com.rentwave.workload.api.OperatorClient;
import com.rentwave.workload.api.RentWaveClient;
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
import com.rentwave.workload.vehicles.ImportResult;
import com.rentwave.workload.vehicles.ImportSettings;
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

    private static final String API = "vehicles";
    private static final long SEED = 20_261_120;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(3);

    private final Platform platform;
    private final DemoSettings settings;
    private final DemoListener listener;
    private final HttpClient http = RentWaveClient.newHttpClient();
    private final OperatorClient operator;
    private final List<Flip> flips = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    public Demo(Platform platform, DemoSettings settings, DemoListener listener) {
        this.platform = platform;
        this.settings = settings;
        this.listener = listener;
        this.operator = new OperatorClient(http, platform.consoleUri(), platform.operatorToken());
    }

    public DemoReport run() throws IOException, InterruptedException {
        fill();
        verifyContracts();
        try (OutageWatch watch = new OutageWatch(platform.parts());
                Load load = new Load(new LoadSettings(
                        platform.uri(),
                        settings.clients(),
                        8,
                        settings.writesPerSecond(),
                        settings.readsPerSecond(),
                        PATIENCE,
                        System.nanoTime()))) {
            goBackToTheBeginning(watch);
            WaysAround around = WaysAround.prepare(platform, http);
            listener.tell(settings.clients() + " clients sign in and offer their first vehicles.");
            load.prepare();
            long start = System.nanoTime();
            load.start();
            listener.tell("The load is on: " + (int) settings.writesPerSecond() + " writes and "
                    + (int) settings.readsPerSecond() + " reads a second.");
            try {
                flipBelow(load, watch, around);
            } catch (Flips.FlipException e) {
                failures.add(e.getMessage());
            }
            load.stop();
            Duration lasted = Duration.ofNanos(System.nanoTime() - start);
            return judge(load, watch, lasted);
        }
    }

    private void fill() throws InterruptedException {
        VehicleFile file = settings.file().isPresent()
                ? VehicleFile.read(settings.file().get(), "EUR")
                : MadeUpVehicles.file(SEED, settings.vehicles());
        ImportSettings importSettings = new ImportSettings(
                platform.uri(), platform.dataFolder().resolve("import-owners.json"), 20, 8, PATIENCE);
        ImportResult result = new VehicleImport(importSettings, file, listener.importing()).run();
        listener.tell(result.imported() + " vehicles of " + result.owners() + " owners are in RentWave"
                + (result.refused().isEmpty() ? "." : "; " + result.refused().size() + " rows could not be mapped."));
    }

    private void verifyContracts() throws IOException, InterruptedException {
        List<String> missing = new ContractRecord(http, platform, operator).missing();
        if (missing.isEmpty()) {
            listener.tell("The contracts of what runs have been verified.");
            return;
        }
        listener.tell("The record lacks " + String.join(", ", missing) + "; the contracts are verified now.");
        if (!new ContractVerification(platform, listener::verification).run()) {
            throw new IOException("The contracts are not kept; see above. Nothing was moved.");
        }
    }

    private void goBackToTheBeginning(OutageWatch watch) throws IOException, InterruptedException {
        String phase = operator.state(API).phase();
        if (!phase.equals("LEGACY")) {
            listener.tell(API + " is in " + phase + "; it is taken back to LEGACY first.");
            new Flips(operator, watch, listener).flip(API, "LEGACY");
        }
    }

    private void flipBelow(Load load, OutageWatch watch, WaysAround around) throws InterruptedException {
        Flips moves = new Flips(operator, watch, listener);
        long pause = settings.duration().toMillis() / (2L * settings.flips() + 1);
        idle(load, "LEGACY", pause);
        for (int i = 0; i < settings.flips(); i++) {
            flip(moves, "OWNED");
            tryWaysAround(around, PartName.MONOLITH);
            idle(load, "OWNED", pause);
            flip(moves, "LEGACY");
            tryWaysAround(around, PartName.VEHICLE_SERVICE);
            idle(load, "LEGACY", pause);
        }
    }

    private void flip(Flips moves, String to) throws InterruptedException {
        Flip flip = moves.flip(API, to);
        flips.add(flip);
        listener.flipped(flip);
    }

    private void idle(Load load, String phase, long millis) throws InterruptedException {
        for (long end = System.nanoTime() + millis * 1_000_000; System.nanoTime() < end; ) {
            Thread.sleep(250);
            listener.running(load.requests(), phase);
        }
    }

    private int triedAround;

    private void tryWaysAround(WaysAround around, PartName notOwner) throws InterruptedException {
        try {
            WaysAround.Result result = around.tryAll(notOwner);
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

    private DemoReport judge(Load load, OutageWatch watch, Duration lasted) throws IOException, InterruptedException {
        awaitHealth(watch);
        listener.tell("The load has ended after " + load.requests() + " requests; both databases are compared.");
        Reconciliation.Result reconciliation = new Reconciliation(http, platform).run(API);
        if (reconciliation.compared() == 0) {
            failures.add("the comparison of the databases saw no rows");
        }
        listener.tell("The clients' histories are checked.");
        List<Operation> operations = load.operations();
        FinalState finalState = load.finalState();
        Verdict verdict = HistoryChecker.check(new History(operations, finalState, watch.outages()));
        return new DemoReport(
                new Verdict(verdict.requests() + triedAround, verdict.unavailable(), verdict.findings()),
                reconciliation.compared(),
                reconciliation.differences(),
                flips,
                WriteLatency.of(operations),
                lasted,
                failures);
    }
}
