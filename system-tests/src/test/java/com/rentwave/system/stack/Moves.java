package com.rentwave.system.stack;

import static org.awaitility.Awaitility.await;

import com.rentwave.platform.Platform;
import com.rentwave.workload.api.Move;
import com.rentwave.workload.api.OperatorClient;
import com.rentwave.workload.api.RentWaveClient;
import com.rentwave.workload.contracts.ContractRecord;
import com.rentwave.workload.contracts.ContractVerification;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Moves an API as an operator does, and verifies the contracts first when nobody has. */
public final class Moves {

    /** A machine that does other things as well may be too slow for a fence; nothing is lost by asking again. */
    private static final int ATTEMPTS = 5;

    /** Far more than any move takes; one that never ends is to fail its test and not to hang it. */
    private static final Duration LONGEST_MOVE = Duration.ofMinutes(10);

    private static final String LEGACY = "LEGACY";
    private static final String OWNED = "OWNED";
    private static final String RETIRED = "RETIRED";

    private final Platform platform;
    private final HttpClient http = RentWaveClient.newHttpClient();
    private final OperatorClient operator;

    public Moves(Platform platform) {
        this.platform = platform;
        this.operator = new OperatorClient(http, platform.consoleUri(), platform.operatorToken());
    }

    /**
     * Moves an API to a phase unless it is there. Where the monolith is retired from it, its service owns it already.
     *
     * @throws IllegalStateException when it cannot be moved there
     */
    public void to(String api, String phase) throws IOException, InterruptedException {
        if (operator.state(api).phase().equals(phase) || phase.equals(OWNED) && isRetired(api)) {
            return;
        }
        if (!phase.equals(LEGACY)
                && !new ContractRecord(operator).missing().isEmpty()
                && !new ContractVerification(platform, line -> {}).run()) {
            throw new IllegalStateException("the contracts are not kept");
        }
        Move move = null;
        for (int attempt = 0; attempt < ATTEMPTS && (move == null || !move.done()); attempt++) {
            move = tried(api, phase);
        }
        if (!move.done()) {
            throw new IllegalStateException(move.json().toPrettyString());
        }
    }

    /** Asks for a move once; it has ended, however that was. */
    public Move tried(String api, String phase) throws IOException, InterruptedException {
        return follow(operator.move(api, phase));
    }

    /** Takes an API back to where every suite finds it: to the monolith, unless that is retired from it. */
    public void takeBack(String api) throws IOException, InterruptedException {
        if (!isRetired(api)) {
            to(api, LEGACY);
        }
    }

    /** The APIs that move in this installation. */
    public List<String> moving() throws IOException {
        List<String> moving = new ArrayList<>();
        for (String api : List.of("vehicles", "rentals")) {
            if (!isRetired(api)) {
                moving.add(api);
            }
        }
        return moving;
    }

    private boolean isRetired(String api) throws IOException {
        return operator.state(api).phase().equals(RETIRED);
    }

    private Move follow(long id) {
        return await("move " + id + " has ended")
                .atMost(LONGEST_MOVE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> operator.move(id), Move::ended);
    }
}
