package com.rentwave.cli;

import com.rentwave.workload.api.ApiState;
import com.rentwave.workload.api.OperatorClient;
import java.io.IOException;
import java.io.PrintWriter;
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
        description = "Prints a line whenever an API's phase, owner, epoch or running move changes. Ends with Ctrl-C.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the phase of --until is reached", "2:wrong usage", "3:nothing answers"})
final class Watch implements Callable<Integer> {

    private static final long LOOK_MILLIS = 500;

    @Parameters(
            paramLabel = "API",
            completionCandidates = ApiNames.class,
            description = "The API, vehicles or rentals.")
    String api;

    @Option(names = "--until", paramLabel = "PHASE", description = "Ends when the API is there and no move runs.")
    String until;

    @Option(names = "--json", description = "Prints each change as one line of JSON.")
    boolean json;

    @Mixin
    OperatorOptions operator;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return operator.talk(spec.commandLine().getErr(), this::watch);
    }

    private int watch(OperatorClient client) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        String shown = null;
        while (true) {
            ApiState state = client.state(api);
            String line = json ? state.json().toString() : sentence(state);
            if (!line.equals(shown)) {
                shown = line;
                out.println(line);
                out.flush();
            }
            if (state.phase().equalsIgnoreCase(until) && state.running().isEmpty()) {
                return ExitCodes.DONE;
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static String sentence(ApiState state) {
        return state.api() + " is in " + state.phase() + ", owner " + state.owner() + ", epoch " + state.epoch()
                + (state.running().isPresent() ? "; move " + state.running().getAsLong() + " runs" : "");
    }
}
