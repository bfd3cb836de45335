package com.rentwave.cli;

import com.rentwave.workload.api.ApiState;
import com.rentwave.workload.api.Move;
import com.rentwave.workload.api.OperatorClient;
import com.rentwave.workload.api.OperatorException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Prints a line whenever an API's phase, owner, epoch or running move changes. Ends with Ctrl-C.",
            "When the facade stops answering, a line says so, and another one when it is back, with what changed meanwhile."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the phase of --until is reached",
            "1:refused, with the reason",
            "2:wrong usage, or no such API",
            "3:nothing has ever answered"
        })
final class Watch implements Callable<Integer> {

    private static final long LOOK_MILLIS = 500;

    /** A facade that is alive tells in no time how an API is. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Parameters(
            paramLabel = "API",
            completionCandidates = ApiNames.class,
            description = "The API, vehicles or rentals.")
    String api;

    @Option(
            names = "--until",
            paramLabel = "PHASE",
            description = "Ends when the API is there and no move runs: ${COMPLETION-CANDIDATES}.")
    PhaseName until;

    @Option(
            names = "--json",
            description = {
                "Prints each change as one line of JSON.",
                "A line with \"answers\":false says that the facade does not answer since when;",
                "one with \"answers\":true that it is back, how long it was silent, what was before, and the moves meanwhile."
            })
    boolean json;

    @Mixin
    OperatorOptions operator;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return operator.talk(spec.commandLine().getErr(), this::watch);
    }

    /**
     * What the facade answered last.
     *
     * @param newest the number of the API's newest move
     */
    private record Seen(ApiState state, long newest, Instant at) {}

    /** Nobody is waited for who has never answered; a facade that has is waited for as long as it takes. */
    private int watch(OperatorClient client) throws IOException, InterruptedException {
        OperatorClient impatient = client.within(PATIENCE);
        WatchReport report = new WatchReport(spec.commandLine().getOut(), json);
        Seen seen = look(impatient, null);
        report.state(seen.state());
        while (!isReached(seen.state())) {
            Thread.sleep(LOOK_MILLIS);
            try {
                seen = look(impatient, seen);
            } catch (IOException silent) {
                seen = await(impatient, report, seen, null);
            } catch (OperatorException no) {
                seen = await(impatient, report, seen, reason(no));
            }
            report.state(seen.state());
        }
        return ExitCodes.DONE;
    }

    /** The list of moves is asked for only when there can be a new one. */
    private Seen look(OperatorClient client, Seen before) throws IOException {
        ApiState state = client.state(api);
        boolean same = before != null && before.state().json().equals(state.json());
        return new Seen(state, same ? before.newest() : newest(client.moves(api)), Instant.now());
    }

    /** Asks until there is an answer, and tells what has become of the API and of its moves. */
    private Seen await(OperatorClient client, WatchReport report, Seen before, String reason)
            throws InterruptedException {
        report.silence(api, before.at(), reason);
        while (true) {
            Thread.sleep(LOOK_MILLIS);
            try {
                ApiState state = client.state(api);
                List<Move> moves = client.moves(api);
                Instant now = Instant.now();
                report.back(before.state(), state, meanwhile(before, moves), Duration.between(before.at(), now));
                return new Seen(state, newest(moves), now);
            } catch (IOException stillSilent) {
                // asked again
            } catch (OperatorException no) {
                reason(no);
            }
        }
    }

    private static List<Move> meanwhile(Seen before, List<Move> moves) {
        return moves.stream()
                .filter(move -> move.id() > before.newest()
                        || move.id() == before.state().running().orElse(-1))
                .sorted(Comparator.comparing(Move::id))
                .toList();
    }

    /** Why the facade cannot answer just now; what will not be otherwise in a moment ends the command. */
    private static String reason(OperatorException no) {
        if (no.mayPass()) {
            return no.getMessage();
        }
        throw no;
    }

    private boolean isReached(ApiState state) {
        return until != null
                && state.phase().equals(until.name())
                && state.running().isEmpty();
    }

    private static long newest(List<Move> moves) {
        return moves.stream().mapToLong(Move::id).max().orElse(0);
    }
}
