package com.rentwave.workload.demo;

import com.rentwave.workload.api.ApiState;
import com.rentwave.workload.api.Gate;
import com.rentwave.workload.api.Move;
import com.rentwave.workload.api.OperatorClient;
import com.rentwave.workload.api.OperatorException;
import com.rentwave.workload.load.OutageWatch;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Moves an API like a patient operator: a move that was aborted or refused, because a part was dead or a gate closed for
 * a moment, is asked for again; each attempt is told.
 */
final class Flips {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ATTEMPTS_WHILE_ALL_IS_WELL = 10;
    private static final long BETWEEN_LOOKS = 100;
    private static final long BETWEEN_ATTEMPTS = 1_000;

    private final OperatorClient operator;
    private final OutageWatch watch;
    private final DemoListener listener;

    Flips(OperatorClient operator, OutageWatch watch, DemoListener listener) {
        this.operator = operator;
        this.watch = watch;
        this.listener = listener;
    }

    /** @throws FlipException when it does not go through */
    Flip flip(String api, String to) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String from = null;
        String reason = "";
        int attempts = 0;
        for (int failedThoughAllWasWell = 0; System.nanoTime() < end; ) {
            try {
                ApiState state = operator.state(api);
                from = from == null ? state.phase() : from;
                attempts++;
                Move move = follow(state.running().isPresent() ? state.running() : ask(api, to));
                if (move != null && move.done() && operator.state(api).phase().equals(to)) {
                    return Flip.of(move, from, to, attempts);
                }
                reason = move == null ? "another move runs" : why(move);
            } catch (IOException notReachable) {
                reason = "the facade does not answer";
                attempts = Math.max(attempts, 1);
            } catch (OperatorException refused) {
                reason = refused.getMessage();
            }
            boolean allWell = watch.dead().isEmpty() && !reason.equals("the facade does not answer");
            if (allWell && ++failedThoughAllWasWell > ATTEMPTS_WHILE_ALL_IS_WELL) {
                break;
            }
            listener.tell("The move to " + to + " did not go through"
                    + (allWell ? "" : " while " + String.join(", ", watch.dead()) + " was dead") + ": " + reason
                    + ". It is asked for again.");
            Thread.sleep(BETWEEN_ATTEMPTS);
        }
        throw new FlipException("The move of " + api + " to " + to + " did not go through: " + reason);
    }

    private OptionalLong ask(String api, String to) throws IOException {
        return OptionalLong.of(operator.move(api, to));
    }

    private Move follow(OptionalLong id) throws IOException, InterruptedException {
        while (true) {
            Move move = operator.move(id.getAsLong());
            if (move.ended()) {
                return move;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private static String why(Move move) {
        List<Gate> closed = move.gates().stream().filter(gate -> !gate.ok()).toList();
        String gates =
                closed.stream().map(gate -> gate.gate() + ": " + gate.reason()).collect(Collectors.joining("; "));
        return move.state() + " " + move.reason() + (gates.isEmpty() ? "" : " (" + gates + ")");
    }

    /** A move that does not go through; the message says why. */
    static final class FlipException extends RuntimeException {

        private static final long serialVersionUID = 1;

        FlipException(String message) {
            super(message);
        }
    }
}
