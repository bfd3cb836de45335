package com.rentwave.cli;

import com.rentwave.workload.api.ApiState;
import com.rentwave.workload.api.Move;
import com.rentwave.workload.api.OperatorClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description =
                "Tells where an API is and lists its moves, newest first: when, what became of it, and who ordered it.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:told", "1:refused, with the reason", "2:wrong usage, or no such API", "3:nothing answers"})
final class MoveHistory extends ApiCommand {

    @Option(names = "--json", description = "Prints each move as one line of JSON.")
    boolean json;

    @Override
    int talk(OperatorClient client) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ApiState state = client.state(api);
        List<Move> moves = client.moves(api);
        if (json) {
            moves.forEach(move -> out.println(move.json()));
            out.flush();
            return ExitCodes.DONE;
        }
        out.println(api + " is in " + state.phase() + ", owner " + state.owner() + ", epoch " + state.epoch()
                + (state.running().isPresent() ? "; move " + state.running().getAsLong() + " runs" : "") + ".");
        for (Move move : moves) {
            out.println(String.format(
                            Locale.ROOT,
                            "  %4d  %-27s %-7s -> %-7s %-8s %9s  held %4d  longest %4d ms  by %s%s",
                            move.id(),
                            move.startedAt(),
                            move.from(),
                            move.to(),
                            move.state().toLowerCase(Locale.ROOT),
                            MoveDisplay.seconds(move.durationMs()),
                            move.held(),
                            move.longestHoldMs(),
                            move.orderedBy(),
                            move.reason().isEmpty() ? "" : "; " + move.reason())
                    .stripTrailing());
        }
        if (moves.isEmpty()) {
            out.println("  It has never been moved.");
        }
        return ExitCodes.DONE;
    }
}
