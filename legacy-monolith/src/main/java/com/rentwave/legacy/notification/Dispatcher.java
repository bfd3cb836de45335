package com.rentwave.legacy.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sends new notifications to whoever listens: one thread for all streams of this process. It looks into the table, at once
 * when this process has added to it and every second for what others have; listeners that come back are first sent what
 * they missed.
 */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());
    private static final long LOOK_MILLIS = 1_000;
    private static final long BEAT_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final int MOST_AT_ONCE = 500;

    private final Notifications notifications;
    private final Semaphore woken = new Semaphore(0);
    private final Queue<Listener> joining = new ConcurrentLinkedQueue<>();
    private final Map<Long, List<Listener>> listeners = new HashMap<>();
    private volatile boolean stopping;
    private long last = -1;

    @Inject
    Dispatcher(Notifications notifications) {
        this.notifications = notifications;
    }

    protected Dispatcher() {
        this(null);
    }

    void join(Listener listener) {
        joining.add(listener);
        wake();
    }

    /** Says that there may be something new. */
    void wake() {
        woken.release();
    }

    void stop() {
        stopping = true;
        wake();
    }

    /** Works until it is stopped. */
    void run() {
        long beatAt = System.nanoTime() + BEAT_NANOS;
        while (!stopping) {
            await();
            try {
                deliver();
                if (System.nanoTime() - beatAt >= 0) {
                    beatAt = System.nanoTime() + BEAT_NANOS;
                    all().forEach(Listener::beat);
                    forgetClosed();
                }
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "notifications wait: {0}", e.toString());
            }
        }
        joining.forEach(Listener::close);
        all().forEach(Listener::close);
    }

    private void await() {
        try {
            if (woken.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private void deliver() {
        if (listeners.isEmpty()) {
            last = -1;
            if (joining.isEmpty()) {
                return;
            }
        }
        if (last < 0) {
            last = notifications.last();
        }
        deliverNew();
        letJoin();
    }

    private void deliverNew() {
        List<Notification> found;
        do {
            found = listeners.isEmpty() ? List.of() : notifications.after(last, MOST_AT_ONCE);
            for (Notification notification : found) {
                listeners
                        .getOrDefault(notification.userId(), List.of())
                        .forEach(listener -> listener.send(notification));
                last = notification.id();
            }
        } while (found.size() == MOST_AT_ONCE);
    }

    /** What is newer than {@code last} comes to them with everybody else's. */
    private void letJoin() {
        for (Listener listener = joining.peek(); listener != null; listener = joining.peek()) {
            if (listener.has() > 0) {
                notifications
                        .missed(listener.userId(), listener.has(), last, MOST_AT_ONCE)
                        .forEach(listener::send);
            }
            listeners
                    .computeIfAbsent(listener.userId(), id -> new ArrayList<>())
                    .add(listener);
            joining.remove();
        }
    }

    private List<Listener> all() {
        return listeners.values().stream().flatMap(List::stream).toList();
    }

    private void forgetClosed() {
        listeners.values().forEach(of -> of.removeIf(listener -> !listener.isOpen()));
        listeners.values().removeIf(List::isEmpty);
    }
}
