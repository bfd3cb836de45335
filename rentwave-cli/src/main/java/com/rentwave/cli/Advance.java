package com.rentwave.cli;

import com.rentwave.workload.api.OperatorClient;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "advance",
        mixinStandardHelpOptions = true,
        description = "Moves an API one phase further: LEGACY, SYNCED, SHADOW, CANARY, READS, OWNED, RETIRED.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:refused or aborted, with the reasons", "2:wrong usage", "3:nothing answers"})
final class Advance implements Callable<Integer> {

    private static final List<String> PHASES =
            List.of("LEGACY", "SYNCED", "SHADOW", "CANARY", "READS", "OWNED", "RETIRED");

    @Parameters(
            paramLabel = "API",
            completionCandidates = ApiNames.class,
            description = "The API to move, vehicles or rentals.")
    String api;

    @Option(names = "--dry-run", description = "Asks the gates and lists the steps; changes nothing.")
    boolean dryRun;

    @Option(names = "--json", description = "Prints the ended move as one line of JSON and nothing else.")
    boolean json;

    @Mixin
    NoWayBack noWayBack;

    @Mixin
    OperatorOptions operator;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return operator.talk(spec.commandLine().getErr(), this::advance);
    }

    private int advance(OperatorClient client) throws IOException, InterruptedException {
        String phase = client.state(api).phase();
        int next = PHASES.indexOf(phase) + 1;
        if (next == 0 || next == PHASES.size()) {
            spec.commandLine()
                    .getErr()
                    .println(api + " is in " + phase + "; there is no phase after it to advance to.");
            return ExitCodes.NOT_DONE;
        }
        if (!noWayBack.allows(api, PHASES.get(next), dryRun, spec.commandLine().getErr())) {
            return ExitCodes.USAGE;
        }
        return new MoveWatch(client, spec.commandLine().getOut(), json).run(api, PHASES.get(next), dryRun);
    }
}
