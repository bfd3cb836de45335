package com.rentwave.legacy.notification;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.atomic.AtomicInteger;

/** A stream of server-sent events. One whose other end does not read is closed: it comes back and asks for what it missed. */
final class SseListener implements Listener {

    private static final int MOST_WAITING = 200;

    /** The facade reads the comment that begins so, and keeps it to itself. */
    private static final String POSITIONS = "positions ";

    private final long userId;
    private final long has;
    private final Sse sse;
    private final SseEventSink sink;
    private final AtomicInteger waiting = new AtomicInteger();

    SseListener(long userId, long has, Sse sse, SseEventSink sink) {
        this.userId = userId;
        this.has = has;
        this.sse = sse;
        this.sink = sink;
    }

    /** Sends the headers. */
    void open() {
        send(sse.newEventBuilder().comment("welcome").build());
    }

    @Override
    public long userId() {
        return userId;
    }

    @Override
    public long has() {
        return has;
    }

    @Override
    public void send(Notification notification) {
        OutboundSseEvent.Builder event = sse.newEventBuilder();
        if (notification.positions() != null) {
            event.comment(POSITIONS + notification.positions());
        }
        send(event.name("notification")
                .id(Long.toString(notification.id()))
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, notification.json())
                .build());
    }

    @Override
    public void beat() {
        send(sse.newEventBuilder().comment("").build());
    }

    @Override
    public boolean isOpen() {
        return !sink.isClosed();
    }

    @Override
    public void close() {
        try {
            sink.close();
        } catch (RuntimeException e) {
            // It is gone already.
        }
    }

    private void send(OutboundSseEvent event) {
        if (sink.isClosed()) {
            return;
        }
        if (waiting.incrementAndGet() > MOST_WAITING) {
            close();
            return;
        }
        try {
            sink.send(event).whenComplete((done, failure) -> {
                waiting.decrementAndGet();
                if (failure != null) {
                    close();
                }
            });
        } catch (RuntimeException e) {
            close();
        }
    }
}
