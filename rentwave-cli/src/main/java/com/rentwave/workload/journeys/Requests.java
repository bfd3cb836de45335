package com.rentwave.workload.journeys;

import com.rentwave.workload.api.Answer;
import com.rentwave.workload.api.ApiRequest;
import com.rentwave.workload.api.RentWaveClient;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** One user's requests, each measured. Nothing is repeated: a user who gets an error sees one. */
final class Requests {

    /** One request. */
    interface Sending {
        Answer send() throws IOException;
    }

    private final RentWaveClient client;
    private Measurements measurements;

    Requests(RentWaveClient client, Measurements measurements) {
        this.client = client;
        this.measurements = measurements;
    }

    /** From now on requests count there. */
    void countIntoOther(Measurements other) {
        measurements = other;
    }

    Optional<Answer> read(Kind kind, String path) {
        return send(kind, () -> client.send(ApiRequest.get(path)));
    }

    Optional<Answer> write(Kind kind, ApiRequest request) {
        ApiRequest once = request.withIdempotencyKey(UUID.randomUUID().toString());
        return send(kind, () -> client.send(once));
    }

    /** The answer, when it is what was asked for. */
    Optional<Answer> send(Kind kind, Sending sending) {
        long begin = System.nanoTime();
        try {
            Answer answer = sending.send();
            long nanos = System.nanoTime() - begin;
            Outcome outcome = kind.outcome(answer);
            if (outcome == Outcome.ERROR) {
                measurements.error(kind, nanos, answer.describe());
            } else {
                measurements.add(kind, nanos, outcome);
            }
            return outcome == Outcome.DONE ? Optional.of(answer) : Optional.empty();
        } catch (IOException e) {
            measurements.error(kind, System.nanoTime() - begin, e.toString());
            return Optional.empty();
        }
    }
}
