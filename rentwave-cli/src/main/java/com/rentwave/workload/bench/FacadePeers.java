package com.rentwave.workload.bench;

import com.rentwave.platform.Platform;
import com.rentwave.platform.ScratchFacade;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The backend that the facade is measured before, and what it is compared with: all before that one backend. */
final class FacadePeers implements AutoCloseable {

    static final String DIRECT = "direct";
    static final String FACADE = "facade";

    private final List<Helper> helpers = new ArrayList<>();
    private final Map<String, URI> subjects = new LinkedHashMap<>();

    private FacadePeers() {}

    /** @param keys what the backend publishes for sign-ins */
    static FacadePeers start(ScratchFacade facade, String keys, Path folder) throws IOException, InterruptedException {
        FacadePeers peers = new FacadePeers();
        try {
            peers.startAll(facade, keys, folder);
            return peers;
        } catch (IOException | InterruptedException | RuntimeException e) {
            peers.close();
            throw e;
        }
    }

    /** What is measured, by name. */
    Map<String, URI> subjects() {
        return subjects;
    }

    private void startAll(ScratchFacade facade, String keys, Path folder) throws IOException, InterruptedException {
        URI backend = URI.create("http://127.0.0.1:" + facade.backendPort());
        helpers.add(backend(facade, keys, folder));
        subjects.put(DIRECT, backend);
        subjects.put(FACADE, facade.uri());
        int gatewayPort = ScratchFacade.freePort();
        helpers.add(Helper.start(gateway(facade, gatewayPort, backend), folder.resolve("gateway.log"), gatewayPort));
        subjects.put("spring-cloud-gateway", URI.create("http://127.0.0.1:" + gatewayPort));
        Path nginx = Helper.installed("nginx");
        if (nginx != null) {
            int port = ScratchFacade.freePort();
            helpers.add(Nginx.start(nginx, Files.createDirectories(folder.resolve("nginx")), port, backend));
            subjects.put("nginx", URI.create("http://127.0.0.1:" + port));
        }
    }

    private static Helper backend(ScratchFacade facade, String keys, Path folder)
            throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                ConstantBackend.class.getName(),
                keys,
                Integer.toString(facade.backendPort()),
                Integer.toString(facade.vehicleServicePort()));
        return Helper.start(command, folder.resolve("backend.log"), facade.backendPort());
    }

    /** With the facade's own options. */
    private static List<String> gateway(ScratchFacade facade, int port, URI backend) {
        Path gateway = Platform.project().resolve("deploy/plain-gateway/target");
        List<String> command = new ArrayList<>(facade.java());
        command.addAll(List.of(
                "-cp",
                gateway.resolve("classes")
                        + File.pathSeparator
                        + gateway.resolve("lib").resolve("*"),
                "com.rentwave.gateway.PlainGateway",
                "--SERVER_PORT=" + port,
                "--BACKEND_URI=" + backend));
        return command;
    }

    @Override
    public void close() throws InterruptedException {
        for (Helper helper : helpers) {
            helper.close();
        }
    }
}
