package com.rentwave.cli;

import com.rentwave.workload.api.OperatorClient;
import com.rentwave.workload.api.Readiness;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "can-advance",
        mixinStandardHelpOptions = true,
        description = "Tells whether an API may move to a phase now, with every reason. Changes nothing.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:yes", "1:no", "2:wrong usage", "3:nothing answers"})
final class CanAdvance implements Callable<Integer> {

    @Parameters(
            paramLabel = "API",
            completionCandidates = ApiNames.class,
            description = "The API, vehicles or rentals.")
    String api;

    @Option(names = "--to", required = true, paramLabel = "PHASE", description = "The phase to enter.")
    String phase;

    @Option(names = "--json", description = "Prints the answer as one line of JSON.")
    boolean json;

    @Mixin
    OperatorOptions operator;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return operator.talk(spec.commandLine().getErr(), this::ask);
    }

    private int ask(OperatorClient client) throws IOException {
        Readiness readiness = client.canAdvance(api, phase.toUpperCase(Locale.ROOT));
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
