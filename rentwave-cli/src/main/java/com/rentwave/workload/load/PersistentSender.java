package com.rentwave.workload.load;

import com.rentwave.workload.api.Answer;
import com.rentwave.workload.api.ApiRequest;
import com.rentwave.workload.api.RentWaveClient;
import com.rentwave.workload.history.Unavailability;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends one client's requests. A write gets one Idempotency-Key and is sent again with it, byte for byte, while nobody
 * answers: exactly what a careful client of the API does.
 */
final class PersistentSender {

    private static final long FIRST_PAUSE = 50;
    private static final long LONGEST_PAUSE = 500;

    private final RentWaveClient client;
    private final Duration patience;
    private final String keyPrefix;
    private long keys;

    PersistentSender(RentWaveClient client, Duration patience, String keyPrefix) {
        this.client = client;
        this.patience = patience;
        this.keyPrefix = keyPrefix;
    }

    /** Sends a write once, as far as anybody can tell. */
    Exchange write(ApiRequest request) throws InterruptedException {
        return read(request.withIdempotencyKey(keyPrefix + "-" + ++keys));
    }

    Exchange read(ApiRequest request) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + patience.toNanos();
        List<Unavailability> unavailable = new ArrayList<>();
        for (long pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
            long sent = System.nanoTime();
            String what;
            try {
                Answer answer = client.send(request);
                if (!answer.unavailable()) {
                    return new Exchange(answer, start, System.nanoTime(), unavailable);
                }
                what = answer.describe();
            } catch (IOException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedException();
                }
                what = e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
            }
            unavailable.add(new Unavailability(sent, System.nanoTime(), what));
            if (System.nanoTime() > end) {
                return new Exchange(null, start, System.nanoTime(), unavailable);
            }
            Thread.sleep(pause);
        }
    }
}
