package com.rentwave.workload.bench;

import com.rentwave.platform.Platform;
import com.rentwave.platform.ScratchFacade;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the facade costs: requests a second with many connections, and the time one request takes on one connection,
 * against the backend itself, Spring Cloud Gateway as it comes, and nginx where it is installed; all before one backend.
 */
public final class FacadeBench implements Bench {

    private static final String FACADE = "facade";
    private static final String DIRECT = "direct";
    private static final String PATH = "/api/vehicles/1";
    private static final int CONNECTIONS = 32;

    private final int repeats;
    private final Duration time;
    private final List<String> remarks = new ArrayList<>();

    /** @param time how long each subject is measured in each repeat, with many connections and again with one */
    public FacadeBench(int repeats, Duration time) {
        this.repeats = repeats;
        this.time = time;
    }

    @Override
    public BenchReport run(Consumer<String> told) throws IOException, InterruptedException {
        Machine machine = Machine.now();
        Figures figures = new Figures();
        told.accept("A facade with a database of its own starts.");
        try (WorkFolder work = WorkFolder.make();
                ScratchFacade facade = ScratchFacade.in(work.path().resolve("facade"));
                Helper backend = backend(facade, work.path())) {
            List<Helper> peers = new ArrayList<>();
            try {
                measure(subjects(facade, work.path(), peers), figures, told);
            } finally {
                for (Helper peer : peers) {
                    peer.close();
                }
            }
        }
        List<Figure> all = figures.all();
        List<BenchReport.Ratio> ratios = new ArrayList<>(BenchReport.ratios(all, FACADE, "throughput"));
        ratios.addAll(BenchReport.ratios(all, FACADE, "p50 of one connection"));
        return new BenchReport(
                "facade",
                Clock.systemUTC().instant(),
                machine,
                repeats + " × " + time.toSeconds() + " s with " + CONNECTIONS + " connections and with one",
                all,
                ratios,
                remarks,
                List.of());
    }

    private static Helper backend(ScratchFacade facade, Path folder) throws IOException, InterruptedException {
        String port = Integer.toString(facade.backendPort());
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                ConstantBackend.class.getName(),
                port);
        return Helper.start(command, folder.resolve("backend.log"), facade.backendPort());
    }

    private Map<String, URI> subjects(ScratchFacade facade, Path folder, List<Helper> peers)
            throws IOException, InterruptedException {
        URI backend = URI.create("http://127.0.0.1:" + facade.backendPort());
        Map<String, URI> subjects = new LinkedHashMap<>();
        subjects.put(DIRECT, backend.resolve(PATH));
        subjects.put(FACADE, facade.uri().resolve(PATH));
        Path gateway = Platform.project().resolve("deploy/plain-gateway/target");
        int gatewayPort = ScratchFacade.freePort();
        List<String> command = new ArrayList<>(facade.java());
        command.addAll(List.of(
                "-cp",
                gateway.resolve("classes")
                        + File.pathSeparator
                        + gateway.resolve("lib").resolve("*"),
                "com.rentwave.gateway.PlainGateway",
                "--SERVER_PORT=" + gatewayPort,
                "--BACKEND_URI=" + backend));
        peers.add(Helper.start(command, folder.resolve("gateway.log"), gatewayPort));
        subjects.put("spring-cloud-gateway", URI.create("http://127.0.0.1:" + gatewayPort + PATH));
        Path nginx = Helper.installed("nginx");
        if (nginx == null) {
            remarks.add("nginx is not installed, so it was not compared with.");
        } else {
            int port = ScratchFacade.freePort();
            peers.add(Nginx.start(nginx, Files.createDirectories(folder.resolve("nginx")), port, backend));
            subjects.put("nginx", URI.create("http://127.0.0.1:" + port + PATH));
        }
        return subjects;
    }

    private void measure(Map<String, URI> subjects, Figures figures, Consumer<String> told)
            throws IOException, InterruptedException {
        Path installed = Helper.installed("wrk");
        remarks.add(
                installed == null
                        ? "wrk is not installed: the load came from a loop in Java, which takes more of the machine."
                        : "The throughput was measured with wrk.");
        for (Map.Entry<String, URI> subject : subjects.entrySet()) {
            told.accept(subject.getKey() + " warms up.");
            new RawLoad(subject.getValue()).run(CONNECTIONS, time.multipliedBy(2));
        }
        for (int repeat = 1; repeat <= repeats; repeat++) {
            double direct = 0;
            for (Map.Entry<String, URI> subject : subjects.entrySet()) {
                String name = subject.getKey();
                double rate = installed == null
                        ? throughput(subject.getValue())
                        : new Wrk(installed).run(subject.getValue(), CONNECTIONS, time);
                double p50 =
                        new RawLoad(subject.getValue()).run(1, time).times().at(0.5);
                figures.add(name, "throughput", "requests per second", rate);
                figures.add(name, "p50 of one connection", "ms", p50);
                if (name.equals(DIRECT)) {
                    direct = p50;
                } else {
                    figures.add(name, "added p50 of one connection", "ms", p50 - direct);
                }
                told.accept(String.format(
                        Locale.ROOT,
                        "Repeat %d: %s answers %.0f requests a second, one in %.3f ms.",
                        repeat,
                        name,
                        rate,
                        p50));
            }
        }
    }

    private double throughput(URI uri) throws IOException, InterruptedException {
        RawLoad.Result result = new RawLoad(uri).run(CONNECTIONS, time);
        if (result.others() > 0) {
            throw new IOException(uri + " answered " + result.others() + " requests with something else than 200.");
        }
        return result.perSecond();
    }
}
