package com.rentwave.cli;

import com.rentwave.workload.api.OperatorClient;
import java.io.IOException;
import java.util.Optional;
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
        exitCodeList = {
            "0:done",
            "1:refused or aborted, with the reasons",
            "2:wrong usage, or no such API",
            "3:nothing answers"
        })
final class Advance implements Callable<Integer> {

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
        Optional<String> next = PhaseName.after(phase).map(PhaseName::name);
        if (next.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(options.api + " is in " + phase + "; there is no phase after it to advance to.");
            return ExitCodes.NOT_DONE;
        }
        if (!noWayBack.allows(
                options.api, next.get(), options.dryRun, spec.commandLine().getErr())) {
            return ExitCodes.USAGE;
        }
        return options.move(spec, client, next.get());
    }
}
