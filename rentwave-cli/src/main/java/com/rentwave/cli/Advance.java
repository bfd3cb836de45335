package com.rentwave.cli;

import com.rentwave.workload.api.OperatorClient;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    NoWayBack noWayBack;

    @Mixin
    MoveOptions options;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return options.operator.talk(spec.commandLine().getErr(), this::advance);
    }

    private int advance(OperatorClient client) throws IOException, InterruptedException {
        String phase = client.state(options.api).phase();
        int next = PHASES.indexOf(phase) + 1;
        if (next == 0 || next == PHASES.size()) {
            spec.commandLine()
                    .getErr()
                    .println(options.api + " is in " + phase + "; there is no phase after it to advance to.");
            return ExitCodes.NOT_DONE;
        }
        if (!noWayBack.allows(
                options.api,
                PHASES.get(next),
                options.dryRun,
                spec.commandLine().getErr())) {
            return ExitCodes.USAGE;
        }
        return options.move(spec, client, PHASES.get(next));
    }
}
