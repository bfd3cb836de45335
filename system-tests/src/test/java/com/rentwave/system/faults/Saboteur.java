package com.rentwave.system.faults;

import com.rentwave.platform.PartName;
import com.rentwave.platform.Platform;
import com.rentwave.platform.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Kills the parts one after the other with SIGKILL and starts each again, until all had their turn. */
final class Saboteur implements AutoCloseable {

    private static final long BEFORE_EACH = TimeUnit.SECONDS.toMillis(4);
    private static final long DEAD_FOR = TimeUnit.SECONDS.toMillis(2);

    private final Platform platform;
    private final List<PartName> victims;
    private final List<PartName> killed = new ArrayList<>();
    private final Thread thread;
    private volatile RuntimeException failure;

    Saboteur(Platform platform, List<PartName> victims) {
        this.platform = platform;
        this.victims = List.copyOf(victims);
        this.thread = new Thread(this::work, "saboteur");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void work() {
        try {
            for (PartName victim : victims) {
                Thread.sleep(BEFORE_EACH);
                platform.part(victim).kill();
                killed.add(victim);
                Thread.sleep(DEAD_FOR);
                platform.start(victim, Progress.silent());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /** Waits for the last part to be back; the parts that were killed. */
    List<PartName> await() throws InterruptedException {
        thread.join(TimeUnit.MINUTES.toMillis(3));
        if (failure != null) {
            throw failure;
        }
        return List.copyOf(killed);
    }

    /** Returns when nothing is started any more: a start and a stop at once would be in each other's way. */
    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join(TimeUnit.MINUTES.toMillis(3));
    }
}
