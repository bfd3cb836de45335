package com.rentwave.cdc.control;

import com.rentwave.cdc.apply.WayBack;
import com.rentwave.cdc.capture.Capture;
import com.rentwave.cdc.capture.CaptureStatus;
import com.rentwave.sync.ApiMapping;
import com.rentwave.sync.ApplierStatus;
import com.rentwave.sync.Lsn;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The streams of one API: its rows in the monolith's capture, which it shares with others, the capture of its service's
 * database, and the applier of the way back. Once the API is armed they run for good: a flip neither starts nor stops any of
 * them, and a restart takes them up again.
 */
final class ApiStreams {

    private static final long LOOK_MILLIS = 50;
    private static final long LONGEST_ARMING_SECONDS = 10;

    private final String api;
    private final Capture forward;
    private final Capture reverse;
    private final WayBack wayBack;
    private final CountDownLatch stopping = new CountDownLatch(1);

    ApiStreams(ApiMapping mapping, Capture forward, Capture reverse, WayBack wayBack) {
        this.api = mapping.api();
        this.forward = forward;
        this.reverse = reverse;
        this.wayBack = wayBack;
    }

    /** How the streams are; the form of the control API. */
    record View(boolean armed, CaptureView forward, CaptureView reverse, ApplierView applier) {}

    /** @param lagBytes how much log the source has written behind {@code publishedLsn}; null when it cannot be told */
    record CaptureView(String state, String reason, String publishedLsn, Long lagBytes) {}

    /** See {@link ApplierStatus}. */
    record ApplierView(String state, String reason, long nextOffset, String appliedLsn) {}

    Capture reverse() {
        return reverse;
    }

    /** Arms both directions; the way back first of all, so that it is there before anybody could need it. */
    void arm() {
        reverse.arm(api);
        forward.arm(api);
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
        List<String> alarms = new ArrayList<>(alarms(reverse));
        ApplierStatus applier = wayBack.status();
        if (applier.state() == ApplierStatus.State.FAILED) {
            alarms.add("the applier of the way back of " + api + ": " + applier.reason());
        }
        return alarms;
    }

    static List<String> alarms(Capture capture) {
        CaptureStatus status = capture.status();
        return status.state() == CaptureStatus.State.FAILED
                ? List.of(capture.settings().slot() + ": " + status.reason())
                : List.of();
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
        return forward.isArmed(api) && reverse.isArmed(api);
    }

    private CaptureView view(Capture capture) {
        CaptureStatus status = capture.status(api);
        Lsn published = status.publishedLsn();
        return new CaptureView(
                status.state().name(),
                status.reason(),
                published == null ? null : published.toString(),
                published == null ? null : lag(capture, published));
    }

    private static Long lag(Capture capture, Lsn published) {
        try {
            return capture.lagBehind(published);
        } catch (SQLException e) {
            return null;
        }
    }

    /** The capture of the monolith is started by whoever shares it out. */
    void start() {
        reverse.start();
        Thread resume = new Thread(this::resumeWayBack, "rentwave-resume-" + api);
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

    void stop() {
        stopping.countDown();
        reverse.close();
        wayBack.close();
    }
}
