package com.rentwave.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Takes parts down: the entry first, so that requests end well; the stores last. */
final class Shutdown {

    private static final List<List<PartName>> ORDER = List.of(
            List.of(PartName.FACADE),
            List.of(PartName.VEHICLE_SERVICE, PartName.RENTAL_SERVICE, PartName.CDC, PartName.MONOLITH),
            List.of(PartName.KAFKA),
            List.of(PartName.POSTGRESQL));

    private final Map<PartName, ProcessPart> parts;
    private final Progress progress;

    Shutdown(Map<PartName, ProcessPart> parts, Progress progress) {
        this.parts = parts;
        this.progress = progress;
    }

    /** Ends the parts it was given. @return whether any of them ran */
    boolean run() {
        List<ProcessPart> alive = new ArrayList<>();
        for (List<PartName> together : ORDER) {
            List<CompletableFuture<Void>> stops = new ArrayList<>();
            for (PartName name : together) {
                ProcessPart part = parts.get(name);
                if (part == null) {
                    continue;
                }
                if (part.isAlive()) {
                    alive.add(part);
                }
                stops.add(CompletableFuture.runAsync(() -> stop(part)));
            }
            stops.forEach(CompletableFuture::join);
        }
        return !alive.isEmpty();
    }

    private void stop(ProcessPart part) {
        boolean ran = part.isAlive();
        if (ran) {
            progress.begins(part.name());
        }
        Duration took = part.stop(progress::note);
        if (ran) {
            progress.stopped(part.name(), took);
        }
        part.clearLeftover(progress::note);
    }
}
