package com.rentwave.cli;

import com.rentwave.workload.api.OperatorClient;
import com.rentwave.workload.api.Readiness;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "can-advance",
        mixinStandardHelpOptions = true,
        description = "Tells whether an API may move to a phase now, with every reason. Changes nothing.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:yes", "1:no, with every reason", "2:wrong usage, or no such API", "3:nothing answers"})
final class CanAdvance extends ApiCommand {

    @Option(
            names = "--to",
            required = true,
            paramLabel = "PHASE",
            description = "The phase to enter: ${COMPLETION-CANDIDATES}.")
    PhaseName phase;

    @Option(names = "--json", description = "Prints the answer as one line of JSON.")
    boolean json;

    @Override
    int talk(OperatorClient client) throws IOException {
        Readiness readiness = client.canAdvance(api, phase.name());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(readiness.json());
        } else {
            out.println(api + " may " + (readiness.allowed() ? "" : "NOT ") + "move from " + readiness.from() + " to "
                    + readiness.to() + ".");
            MoveDisplay.reasons(out, readiness.gates(), false);
        }
        return readiness.allowed() ? ExitCodes.DONE : ExitCodes.NOT_DONE;
    }
}
