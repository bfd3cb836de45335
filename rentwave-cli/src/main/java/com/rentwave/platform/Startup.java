package com.rentwave.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Brings parts up: each as soon as what it needs is healthy, side by side otherwise. What runs and is healthy is left
 * alone. When anything fails, or the command is interrupted, everything this startup started is stopped again.
 */
final class Startup {

    /** A running part may be without health only because what it needs was away until a moment ago. */
    private static final Duration TO_RECOVER = Duration.ofSeconds(10);

    private static final int SECONDS_TO_NOTICE_AN_INTERRUPT = 10;

    private final Map<PartName, ProcessPart> parts;
    private final Progress progress;
    private final Duration toRecover;
    private final List<ProcessPart> started = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Duration> times = Collections.synchronizedMap(new LinkedHashMap<>());
    private final AtomicReference<Throwable> firstFailure = new AtomicReference<>();
    private final AtomicBoolean undone = new AtomicBoolean();
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "startup");
        thread.setDaemon(true);
        return thread;
    });

    Startup(Map<PartName, ProcessPart> parts, Progress progress) {
        this(parts, progress, TO_RECOVER);
    }

    Startup(Map<PartName, ProcessPart> parts, Progress progress, Duration toRecover) {
        this.parts = parts;
        this.progress = progress;
        this.toRecover = toRecover;
    }

    /** Starts the parts, then does what is left to do with all of them running. @return how long each took to start */
    Map<String, Duration> run(Runnable withAllRunning) {
        Thread onInterrupt = new Thread(this::undoAfterInterrupt, "undo-startup");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            tellWhatIsHalfDead();
            parts.values().forEach(part -> part.clearLeftover(progress::note));
            parts.values().stream().filter(part -> !part.isAlive()).forEach(ProcessPart::requireFreePorts);
            startAll();
            withAllRunning.run();
            return times;
        } catch (RuntimeException e) {
            throw undo(e);
        } finally {
            workers.shutdownNow();
            removeHook(onInterrupt);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // The hook is doing its work right now.
        }
    }

    private void tellWhatIsHalfDead() {
        String dead = names(parts.values().stream().filter(ProcessPart::hasDied).toList());
        String alive =
                names(parts.values().stream().filter(ProcessPart::isAlive).toList());
        if (!dead.isEmpty() && !alive.isEmpty()) {
            progress.note("An earlier run is half dead: " + dead + " ended without being stopped; still there: " + alive
                    + ". What is missing is started again; the data is kept.");
        } else if (!dead.isEmpty()) {
            progress.note("An earlier run ended without being stopped (" + dead + "). The data is kept.");
        }
    }

    private static String names(List<ProcessPart> parts) {
        return parts.stream().map(Part::name).collect(Collectors.joining(", "));
    }

    private void startAll() {
        Map<PartName, CompletableFuture<Void>> runs = new EnumMap<>(PartName.class);
        parts.forEach((name, part) -> {
            CompletableFuture<?>[] needed = name.needs().stream()
                    .filter(runs::containsKey)
                    .map(runs::get)
                    .toArray(CompletableFuture[]::new);
            runs.put(name, CompletableFuture.allOf(needed).thenRunAsync(() -> bringUp(part), workers));
        });
        try {
            CompletableFuture.allOf(runs.values().toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            Throwable first = firstFailure.get() == null ? e.getCause() : firstFailure.get();
            throw first instanceof PlatformException told
                    ? told
                    : new IllegalStateException("A part could not be started: " + first, first);
        }
    }

    private void bringUp(ProcessPart part) {
        try {
            progress.begins(part.name());
            if (part.isAlive() && canStay(part)) {
                part.bringUpToDate();
                progress.leftAlone(part);
                return;
            }
            started.add(part);
            Duration took = part.start();
            times.put(part.name(), took);
            progress.started(part, took);
        } catch (RuntimeException | Error e) {
            if (firstFailure.compareAndSet(null, e)) {
                workers.shutdownNow();
            }
            throw e;
        }
    }

    private boolean canStay(ProcessPart part) {
        if (part.isOutdated()) {
            progress.note("The running " + part.name()
                    + " is of another build or has other settings than now; it is started again.");
        } else {
            try {
                part.awaitHealthy(toRecover);
                return true;
            } catch (PlatformException e) {
                progress.note("The running " + part.name() + " is not healthy ("
                        + part.health().reason() + "); it is started again.");
            }
        }
        part.stop(progress::note);
        return false;
    }

    private RuntimeException undo(RuntimeException failure) {
        workers.shutdownNow();
        if (started.isEmpty() || !stopStarted()) {
            return failure;
        }
        if (!(failure instanceof PlatformException)) {
            return failure;
        }
        return new PlatformException(
                failure.getMessage() + "\nEverything that this start had started was stopped again; the data is kept.",
                failure);
    }

    private void undoAfterInterrupt() {
        workers.shutdownNow();
        progress.note("Interrupted. What was started is stopped again.");
        stopStarted();
    }

    /** An interrupt comes to the hook and, as a failure, to the startup itself: only the first of them stops anything. */
    private boolean stopStarted() {
        if (!undone.compareAndSet(false, true)) {
            return false;
        }
        try {
            workers.awaitTermination(SECONDS_TO_NOTICE_AN_INTERRUPT, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Map<PartName, ProcessPart> toStop = new EnumMap<>(PartName.class);
        parts.forEach((name, part) -> {
            if (started.contains(part)) {
                toStop.put(name, part);
            }
        });
        new Shutdown(toStop, progress).run();
        return true;
    }
}
