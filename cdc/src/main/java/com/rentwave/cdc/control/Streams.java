package com.rentwave.cdc.control;

import com.rentwave.cdc.apply.WayBack;
import com.rentwave.cdc.capture.Capture;
import com.rentwave.cdc.capture.CaptureSettings;
import com.rentwave.cdc.capture.CaptureStatus;
import com.rentwave.cdc.capture.Heartbeats;
import com.rentwave.cdc.capture.SourceDatabase;
import com.rentwave.sync.ApiMapping;
import com.rentwave.sync.ApplierStatus;
import com.rentwave.sync.Lsn;
import com.rentwave.sync.Side;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/**
 * Both streams of an API and the applier of the way back. Once armed they run for good: a flip neither starts nor stops
 * any of them, and a restart takes them up again.
 */
final class Streams implements SmartLifecycle {

    private static final long LOOK_MILLIS = 50;
    private static final long LONGEST_ARMING_SECONDS = 10;

    private final ApiMapping mapping;
    private final Capture forward;
    private final Capture reverse;
    private final WayBack wayBack;
    private final Heartbeats heartbeats;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean running;

    Streams(
            ApiMapping mapping,
            SourceDatabase legacy,
            SourceDatabase service,
            String bootstrapServers,
            WayBack wayBack) {
        this.mapping = mapping;
        this.forward = new Capture(new CaptureSettings(mapping, Side.LEGACY, true, legacy, bootstrapServers));
        this.reverse = new Capture(new CaptureSettings(mapping, Side.SERVICE, false, service, bootstrapServers));
        this.wayBack = wayBack;
        this.heartbeats = new Heartbeats(List.of(forward, reverse));
    }

    /** How the streams are; the form of the control API. */
    record View(boolean armed, CaptureView forward, CaptureView reverse, ApplierView applier) {}

    /** @param lagBytes how much log the source has written behind {@code publishedLsn}; null when it cannot be told */
    record CaptureView(String state, String reason, String publishedLsn, Long lagBytes) {}

    /** See {@link ApplierStatus}. */
    record ApplierView(String state, String reason, long nextOffset, String appliedLsn) {}

    boolean isFor(String api) {
        return mapping.api().equals(api);
    }

    /** Arms both directions; the way back first of all, so that it is there before anybody could need it. */
    void arm() {
        reverse.arm();
        forward.arm();
        wayBack.start();
        awaitArmed();
    }

    /** Waits a while, so that the answer tells what will survive a restart. */
    private void awaitArmed() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_ARMING_SECONDS);
        try {
            while (!isArmed() && System.nanoTime() < end) {
                if (stopping.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a person has to look at; empty when all is well. */
    List<String> alarms() {
        List<String> alarms = new ArrayList<>();
        for (Capture capture : List.of(forward, reverse)) {
            CaptureStatus status = capture.status();
            if (status.state() == CaptureStatus.State.FAILED) {
                alarms.add(capture.settings().slot() + ": " + status.reason());
            }
        }
        ApplierStatus applier = wayBack.status();
        if (applier.state() == ApplierStatus.State.FAILED) {
            alarms.add("the applier of the way back: " + applier.reason());
        }
        return alarms;
    }

    View view() {
        ApplierStatus applier = wayBack.status();
        return new View(
                isArmed(),
                view(forward),
                view(reverse),
                new ApplierView(
                        applier.state().name(),
                        applier.reason(),
                        applier.nextOffset(),
                        applier.appliedLsn().toString()));
    }

    private boolean isArmed() {
        return forward.isArmed() && reverse.isArmed();
    }

    private static CaptureView view(Capture capture) {
        CaptureStatus status = capture.status();
        Lsn published = status.publishedLsn();
        return new CaptureView(
                status.state().name(),
                status.reason(),
                published == null ? null : published.toString(),
                published == null ? null : lag(capture, published));
    }

    private static Long lag(Capture capture, Lsn published) {
        try (Connection connection = capture.settings().database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT pg_current_wal_insert_lsn() - '" + published + "'::pg_lsn")) {
            rows.next();
            return Math.max(0, rows.getLong(1));
        } catch (SQLException e) {
            return null;
        }
    }

    @Override
    public void start() {
        running = true;
        forward.start();
        reverse.start();
        heartbeats.start();
        Thread resume = new Thread(this::resumeWayBack, "rentwave-resume");
        resume.setDaemon(true);
        resume.start();
    }

    /** The applier starts as soon as Kafka has told that the API was armed in an earlier life. */
    private void resumeWayBack() {
        try {
            while (!isArmed()) {
                if (stopping.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            wayBack.start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        stopping.countDown();
        heartbeats.close();
        Thread other = new Thread(reverse::close, "rentwave-close");
        other.start();
        forward.close();
        try {
            other.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        wayBack.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
