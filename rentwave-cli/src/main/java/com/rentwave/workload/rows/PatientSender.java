package com.rentwave.workload.rows;

import com.rentwave.workload.api.Answer;
import com.rentwave.workload.api.ApiRequest;
import com.rentwave.workload.api.RentWaveClient;
import java.io.IOException;
import java.time.Duration;

/** Sends a request again and again while RentWave is not available; only for requests for which that is safe. */
public final class PatientSender {

    private interface Attempt {
        /** @throws ImportException when nobody answers for too long */
        public Answer send() throws IOException;
    }

    private final RentWaveClient client;
    private final Duration patience;

    public PatientSender(RentWaveClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    /** @throws ImportException when nobody answers for too long */
    public Answer send(ApiRequest request) throws InterruptedException {
        return patiently(() -> client.send(request));
    }

    public Answer login(String email, String password) throws InterruptedException {
        return patiently(() -> client.login(email, password));
    }

    /** An answer that got lost is not seen as an error: the account is there then, and signing in shows it. */
    public Answer register(String email, String name, String password) throws InterruptedException {
        return patiently(() -> client.register(email, name, password));
    }

    private Answer patiently(Attempt attempt) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        long pause = 50;
        while (true) {
            String reason;
            try {
                Answer answer = attempt.send();
                if (!answer.unavailable()) {
                    return answer;
                }
                reason = answer.describe();
            } catch (IOException e) {
                reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            }
            if (System.nanoTime() > end) {
                throw new ImportException(
                        "RentWave could not be reached for " + patience.toSeconds() + " s: " + reason
                                + "\nWhat was done is kept; run the same command to go on.",
                        true);
            }
            Thread.sleep(pause);
            pause = Math.min(2 * pause, 2_000);
        }
    }
}
