package com.rentwave.workload.bench;

import com.rentwave.platform.ScratchFacade;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the facade costs: requests a second with many connections, and the time one request takes on one connection,
 * against the backend itself, Spring Cloud Gateway as it comes, and nginx where it is installed; all before one backend.
 * Once plain, with the API in LEGACY and nobody signed in, and once with {@link EverythingOn everything on}; the peers get
 * the same requests each time.
 */
public final class FacadeBench implements Bench {

    private static final String PATH = "/api/vehicles/1";
    private static final int CONNECTIONS = 32;

    /**
     * In turns of each gateway: what is hot is compiled again, better, while it is used, and on two processors that takes a
     * minute of use.
     */
    private static final int WARM_UP = 9;

    /** What is not warm from the other setting is little. */
    private static final int WARM_UP_AGAIN = 2;

    private final int repeats;
    private final Duration time;
    private final Figures figures = new Figures();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /** How the facade is set, as the figures name it. */
    private enum Setting {
        PLAIN("plain"),
        EVERYTHING("everything on");

        private final String words;

        Setting(String words) {
            this.words = words;
        }
    }

    /** @param time how long each subject is measured in each setting and repeat, with many connections and again with one */
    public FacadeBench(int repeats, Duration time) {
        this.repeats = repeats;
        this.time = time;
    }

    @Override
    public BenchReport run(Consumer<String> told) throws IOException, InterruptedException {
        Machine machine = Machine.now();
        SignedInUsers users = new SignedInUsers();
        told.accept("A facade with a database of its own starts.");
        try (WorkFolder work = WorkFolder.make();
                ScratchFacade facade = ScratchFacade.in(work.path().resolve("facade"));
                FacadePeers peers = FacadePeers.start(facade, users.jwks(), work.path())) {
            Path wrk = Helper.installed("wrk");
            remark(wrk != null, peers.subjects().containsKey("nginx"));
            Load load = new Load(wrk == null ? null : new Wrk(wrk, work.path()), peers.subjects(), told);
            EverythingOn everything = new EverythingOn(facade, users, PATH);
            warmUp(load, Setting.EVERYTHING, everything.begin(), WARM_UP);
            facade.route("LEGACY", 0);
            warmUp(load, Setting.PLAIN, Requests.PLAIN, WARM_UP_AGAIN);
            for (int repeat = 1; repeat <= repeats; repeat++) {
                facade.route("LEGACY", 0);
                measure(load, Setting.PLAIN, Requests.PLAIN, repeat);
                measure(load, Setting.EVERYTHING, everything.begin(), repeat);
                everything.doubt().ifPresent(problems::add);
            }
        }
        return report(machine);
    }

    private void remark(boolean wrk, boolean nginx) {
        remarks.add(
                wrk
                        ? "The throughput was measured with wrk."
                        : "wrk is not installed: the load came from a loop in Java, which takes more of the machine.");
        if (!nginx) {
            remarks.add("nginx is not installed, so it was not compared with.");
        }
        remarks.add(
                "Everything on: a canary of half of the users, who are signed in and bring positions along; some reads"
                        + " are copied and compared.");
    }

    /** @param wrk null when it is not installed */
    private record Load(Wrk wrk, Map<String, URI> subjects, Consumer<String> told) {

        double throughput(URI uri, Requests requests, Duration time) throws IOException, InterruptedException {
            if (wrk != null) {
                return wrk.run(uri, requests, CONNECTIONS, time);
            }
            RawLoad.Result result = new RawLoad(uri, requests).run(CONNECTIONS, time);
            if (result.others() > 0) {
                throw new IOException(uri + " answered " + result.others() + " requests with something else than 200.");
            }
            return result.perSecond();
        }
    }

    /** By turns, so that no gateway is measured when another one has been at it for longer. */
    private void warmUp(Load load, Setting setting, Requests requests, int turns)
            throws IOException, InterruptedException {
        load.told().accept("All warm up, " + setting.words + ".");
        for (int turn = 0; turn < turns; turn++) {
            for (URI subject : load.subjects().values()) {
                load.throughput(subject.resolve(PATH), requests, time);
            }
        }
    }

    private void measure(Load load, Setting setting, Requests requests, int repeat)
            throws IOException, InterruptedException {
        double direct = 0;
        for (Map.Entry<String, URI> subject : load.subjects().entrySet()) {
            String name = subject.getKey();
            URI uri = subject.getValue().resolve(PATH);
            double rate = load.throughput(uri, requests, time);
            double p50 = new RawLoad(uri, requests).run(1, time).times().at(0.5);
            direct = name.equals(FacadePeers.DIRECT) ? p50 : direct;
            add(name, "throughput", setting, "requests per second", rate);
            add(name, "p50 of one connection", setting, "ms", p50);
            if (!name.equals(FacadePeers.DIRECT)) {
                add(name, "added p50 of one connection", setting, "ms", p50 - direct);
            }
            load.told()
                    .accept(String.format(
                            Locale.ROOT,
                            "Repeat %d, %s: %s answers %.0f requests a second, one in %.3f ms.",
                            repeat,
                            setting.words,
                            name,
                            rate,
                            p50));
        }
    }

    private void add(String subject, String metric, Setting setting, String unit, double value) {
        figures.add(subject, metric + ", " + setting.words, unit, value);
    }

    private BenchReport report(Machine machine) {
        List<Figure> all = figures.all();
        List<BenchReport.Ratio> ratios = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            ratios.addAll(BenchReport.ratios(all, FacadePeers.FACADE, "throughput, " + setting.words));
            ratios.addAll(BenchReport.ratios(all, FacadePeers.FACADE, "p50 of one connection, " + setting.words));
        }
        return new BenchReport(
                "facade",
                Clock.systemUTC().instant(),
                machine,
                repeats + " × " + time.toSeconds() + " s with " + CONNECTIONS + " connections and with one",
                all,
                ratios,
                remarks,
                problems);
    }
}
