package com.rentwave.workload.journeys;

import com.rentwave.workload.api.RentWaveClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/** A user who listens: counts the notifications that come, and notices when the stream ends too early. */
final class NotificationStream implements Flow.Subscriber<String>, AutoCloseable {

    private static final String PATH = "/api/notifications/stream";

    private final AtomicLong told = new AtomicLong();
    private final Measurements measurements;
    private final long begin = System.nanoTime();
    private volatile Flow.Subscription subscription;
    private volatile boolean closed;

    private NotificationStream(Measurements measurements) {
        this.measurements = measurements;
    }

    static NotificationStream open(RentWaveClient client, Measurements measurements) {
        NotificationStream stream = new NotificationStream(measurements);
        CompletableFuture<Integer> end = client.stream(PATH, stream);
        end.whenComplete((status, failure) -> stream.ended(status, failure));
        return stream;
    }

    long told() {
        return told.get();
    }

    @Override
    public void onSubscribe(Flow.Subscription opened) {
        measurements.add(Kind.STREAM, System.nanoTime() - begin, Outcome.DONE);
        subscription = opened;
        opened.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith("event:")) {
            told.incrementAndGet();
        }
    }

    @Override
    public void onError(Throwable failure) {
        // The end of the request tells it.
    }

    @Override
    public void onComplete() {
        // The end of the request tells it.
    }

    private void ended(Integer status, Throwable failure) {
        if (!closed) {
            String reason = failure != null ? failure.toString() : "ended by the server, status " + status;
            measurements.error(Kind.STREAM, System.nanoTime() - begin, reason);
        }
    }

    @Override
    public void close() {
        closed = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
