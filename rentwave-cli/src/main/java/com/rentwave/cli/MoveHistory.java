package com.rentwave.cli;

import com.rentwave.workload.api.ApiState;
import com.rentwave.workload.api.Move;
import com.rentwave.workload.api.OperatorClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Tells where an API is and lists its moves, newest first.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:told", "2:wrong usage", "3:nothing answers"})
final class MoveHistory implements Callable<Integer> {

    @Parameters(
            paramLabel = "API",
            completionCandidates = ApiNames.class,
            description = "The API, vehicles or rentals.")
    String api;

    @Option(names = "--json", description = "Prints each move as one line of JSON.")
    boolean json;

    @Mixin
    OperatorOptions operator;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return operator.talk(spec.commandLine().getErr(), this::tell);
    }

    private int tell(OperatorClient client) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ApiState state = client.state(api);
        List<Move> moves = client.moves(api);
        if (json) {
            moves.forEach(move -> out.println(move.json()));
            return ExitCodes.DONE;
        }
        out.println(api + " is in " + state.phase() + ", owner " + state.owner() + ", epoch " + state.epoch()
                + (state.running().isPresent() ? "; move " + state.running().getAsLong() + " runs" : "") + ".");
        for (Move move : moves) {
            out.println(String.format(
                            Locale.ROOT,
                            "  %4d  %-27s %-7s -> %-7s %-8s %9s  held %4d  longest %4d ms  %s",
                            move.id(),
                            move.startedAt(),
                            move.from(),
                            move.to(),
                            move.state().toLowerCase(Locale.ROOT),
                            MoveDisplay.seconds(move.durationMs()),
                            move.held(),
                            move.longestHoldMs(),
                            move.reason())
                    .stripTrailing());
        }
        if (moves.isEmpty()) {
            out.println("  It has never been moved.");
        }
        return ExitCodes.DONE;
    }
}
