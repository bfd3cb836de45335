package com.rentwave.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = {
            "Moves an API to a phase, through the phases between: traffic, ownership and the way back together.",
            "The move runs in the facade; this command shows it."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:refused or aborted, with the reasons", "2:wrong usage", "3:nothing answers"})
final class Migrate implements Callable<Integer> {

    @Parameters(
            paramLabel = "API",
            completionCandidates = ApiNames.class,
            description = "The API to move, vehicles or rentals.")
    String api;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "PHASE",
            description = {
                "SYNCED, SHADOW, CANARY, READS or OWNED; LEGACY is the way back, like rollback.",
                "From OWNED also READS: the monolith takes the writes back, the service goes on answering reads.",
                "RETIRED, from OWNED only, has no way back and needs --yes-no-way-back."
            })
    String phase;

    @Option(
            names = "--dry-run",
            description = "Lists the steps and asks the gates of every phase on the way; changes nothing.")
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
        String to = phase.toUpperCase(Locale.ROOT);
        if (!noWayBack.allows(api, to, dryRun, spec.commandLine().getErr())) {
            return ExitCodes.USAGE;
        }
        return operator.talk(
                spec.commandLine().getErr(),
                client -> new MoveWatch(client, spec.commandLine().getOut(), json).run(api, to, dryRun));
    }
}
