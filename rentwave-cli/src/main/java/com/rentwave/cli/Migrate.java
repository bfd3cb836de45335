package com.rentwave.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = {
            "Moves an API to a phase, through the phases between: traffic, ownership and the way back together.",
            "The move runs in the facade; this command shows it."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:refused or aborted, with the reasons",
            "2:wrong usage, or no such API",
            "3:nothing answers"
        })
final class Migrate implements Callable<Integer> {

    @Option(
            names = "--to",
            required = true,
            paramLabel = "PHASE",
            description = {
                "SYNCED, SHADOW, CANARY, READS or OWNED; LEGACY is the way back, like rollback.",
                "From OWNED also READS: the monolith takes the writes back, the service goes on answering reads.",
                "RETIRED, from OWNED only, has no way back and needs --yes-no-way-back."
            })
    PhaseName phase;

    @Mixin
    NoWayBack noWayBack;

    @Mixin
    MoveOptions options;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        String to = phase.name();
        if (!noWayBack.allows(
                options.api, to, options.dryRun, spec.commandLine().getErr())) {
            return ExitCodes.USAGE;
        }
        return options.operator.talk(spec.commandLine().getErr(), client -> options.move(spec, client, to));
    }
}
