package com.rentwave.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What all parts have in common: one detached process, a pid file, a log, ports and a health check. */
abstract class ProcessPart implements Part {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration TO_BECOME_HEALTHY = Duration.ofSeconds(240);
    private static final Duration TO_DIE_BY_FORCE = Duration.ofSeconds(10);
    private static final Duration TO_RELEASE_A_PORT = Duration.ofSeconds(1);
    private static final int LINES_TO_SHOW = 15;

    final Site site;
    private final String name;

    ProcessPart(Site site, String name) {
        this.site = site;
        this.name = name;
    }

    /** Makes ready what the process needs; done before each start, so it must be repeatable. */
    void prepare() {}

    /** Does to one that runs already, and stays, what a newer build expects of it; must be repeatable. */
    void bringUpToDate() {}

    /** How the process is started. */
    abstract Launch launch();

    /** Why a process that still runs will never become healthy, when it is known to be so. */
    Optional<String> hopeless() {
        return Optional.empty();
    }

    /** The health check, asked only while the process runs. */
    abstract Health probe();

    /** Every port the process listens on, the one it is known by first. */
    abstract List<Integer> ports();

    /** How long it may take to become healthy. Only a part that hangs gets there: one that dies is noticed at once. */
    Duration startLimit() {
        return TO_BECOME_HEALTHY;
    }

    /** How long it may take to end after it was asked to. */
    Duration stopLimit() {
        return Duration.ofSeconds(20);
    }

    void askToStop(ProcessHandle process) {
        process.destroy();
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final int port() {
        return ports().get(0);
    }

    final PartLog log() {
        return new PartLog(site.folder().logFile(name));
    }

    final PidFile pidFile() {
        return new PidFile(site.folder().pidFile(name));
    }

    final Optional<ProcessHandle> process() {
        return pidFile().read().flatMap(entry -> entry.process().handle());
    }

    @Override
    public final OptionalLong pid() {
        return process().map(handle -> OptionalLong.of(handle.pid())).orElseGet(OptionalLong::empty);
    }

    @Override
    public final boolean isAlive() {
        return process().isPresent();
    }

    /** A pid file without its process: it died, or the machine did. */
    final boolean hasDied() {
        return pidFile().read().isPresent() && !isAlive();
    }

    /** Whether it runs with other settings, or another build, than it would be started with now. */
    final boolean isOutdated() {
        return pidFile()
                .read()
                .map(entry -> !entry.settings().equals(launch().fingerprint()))
                .orElse(false);
    }

    @Override
    public final Instant startedAt() {
        return pidFile()
                .read()
                .filter(entry -> entry.process().isAlive())
                .map(entry -> Instant.ofEpochMilli(entry.startedAtMillis()))
                .orElse(Instant.EPOCH);
    }

    @Override
    public final Health health() {
        if (isAlive()) {
            return probe();
        }
        return Health.unhealthy(hasDied() ? "its process is gone" : "not started");
    }

    @Override
    public Duration start() {
        long begin = System.nanoTime();
        if (!isAlive()) {
            requireFreePorts();
            prepare();
            startProcess();
        }
        awaitHealthy(startLimit());
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void startProcess() {
        Launch launch = launch();
        log().rotate();
        try {
            Files.createDirectories(launch.folder());
        } catch (IOException e) {
            throw new PlatformException("The folder " + launch.folder() + " cannot be made: " + e.getMessage(), e);
        }
        Process process = DetachedProcess.start(launch.command(), launch.environment(), launch.folder(), log().file());
        try {
            ProcessIdentity identity = ProcessIdentity.of(process.pid()).orElseThrow(this::died);
            pidFile().write(identity, System.currentTimeMillis(), launch.fingerprint());
        } catch (RuntimeException e) {
            // Also when this thread was interrupted meanwhile: without a record nobody else would end the process.
            process.destroyForcibly();
            throw e;
        }
    }

    /** Refuses with the port, the part and, where it can be seen, the process that has it. */
    final void requireFreePorts() {
        for (int port : ports()) {
            if (!isFreeSoon(port)) {
                throw new PlatformException("Port " + port + ", which " + name + " needs, is taken"
                        + PortOwner.of(port).map(owner -> " by " + owner).orElse("")
                        + ". End that process, or choose other ports with --port-base N.");
            }
        }
    }

    /** A process that has just ended may need a moment to let go of its port. */
    private static boolean isFreeSoon(int port) {
        for (long end = System.nanoTime() + TO_RELEASE_A_PORT.toNanos(); ; pause()) {
            if (FreePorts.isFree(port)) {
                return true;
            }
            if (System.nanoTime() - end >= 0) {
                return false;
            }
        }
    }

    /** However short the limit is, the part is asked once. */
    final void awaitHealthy(Duration limit) {
        for (long end = System.nanoTime() + limit.toNanos(); ; pause()) {
            if (!isAlive()) {
                throw died();
            }
            Health now = probe();
            if (now.isHealthy() && isAlive()) {
                return;
            }
            hopeless().ifPresent(reason -> {
                throw new PlatformException("The part " + name + " did not start: " + reason + lastLines());
            });
            if (System.nanoTime() - end >= 0) {
                throw new PlatformException("The part " + name + " did not become healthy within " + limit.toSeconds()
                        + " s: " + now.reason() + lastLines());
            }
        }
    }

    private PlatformException died() {
        return new PlatformException("The part " + name + " ended while it was starting" + lastLines());
    }

    private String lastLines() {
        List<String> lines = log().tail(LINES_TO_SHOW);
        return lines.isEmpty()
                ? ". Its log " + log().file() + " is empty."
                : ". The end of its log " + log().file() + ":\n    " + String.join("\n    ", lines);
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted.");
        }
    }

    @Override
    public Duration stop() {
        return stop(forced -> {});
    }

    /** As {@link #stop()}; tells when it had to be forced. */
    final Duration stop(Consumer<String> forced) {
        long begin = System.nanoTime();
        process().ifPresent(process -> {
            askToStop(process);
            if (!isGone(process, stopLimit())) {
                forced.accept(name + " (process " + process.pid() + ") did not end within "
                        + stopLimit().toSeconds() + " s and was killed.");
                kill();
            }
        });
        pidFile().delete();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** A process of this part and this data folder that the pid file does not know. */
    Optional<ProcessHandle> leftover() {
        long known = pid().orElse(-1);
        String part = "-Drentwave.part=" + name + " ";
        String data = "-Drentwave.data=" + site.folder().path() + " ";
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != known)
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(part) && line.contains(data))
                        .isPresent())
                .findFirst();
    }

    /** Ends processes that the pid file does not know; they would hold the ports and the files. */
    void clearLeftover(Consumer<String> note) {
        for (Optional<ProcessHandle> found = leftover(); found.isPresent(); found = leftover()) {
            ProcessHandle process = found.get();
            note.accept("A left-over process of " + name + " (" + process.pid() + ") is stopped.");
            askToStop(process);
            if (!isGone(process, stopLimit())) {
                process.destroyForcibly();
                isGone(process, TO_DIE_BY_FORCE);
            }
        }
    }

    @Override
    public void kill() {
        process().ifPresent(process -> {
            process.destroyForcibly();
            if (!isGone(process, TO_DIE_BY_FORCE)) {
                throw new PlatformException("Process " + process.pid() + " of " + name + " cannot be killed.");
            }
        });
    }

    /** Looks at the identity, not at exit events: the process may be a child of nobody we know. */
    private boolean isGone(ProcessHandle process, Duration limit) {
        ProcessIdentity identity = ProcessIdentity.of(process.pid()).orElse(null);
        for (long end = System.nanoTime() + limit.toNanos(); System.nanoTime() < end; sleepQuietly()) {
            if (identity == null || !identity.isAlive()) {
                return true;
            }
        }
        return false;
    }

    /** A stop must go on when the command is interrupted: the point of it is that nothing stays behind. */
    private static void sleepQuietly() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.onSpinWait();
        }
    }
}
