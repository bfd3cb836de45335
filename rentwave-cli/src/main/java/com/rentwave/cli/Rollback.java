package com.rentwave.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = "Takes an API back to LEGACY, with every acknowledged write in place.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:refused or aborted, with the reasons", "2:wrong usage", "3:nothing answers"})
final class Rollback implements Callable<Integer> {

    @Parameters(
            paramLabel = "API",
            completionCandidates = ApiNames.class,
            description = "The API to take back, vehicles or rentals.")
    String api;

    @Option(names = "--dry-run", description = "Asks the gates and lists the steps; changes nothing.")
    boolean dryRun;

    @Option(names = "--json", description = "Prints the ended move as one line of JSON and nothing else.")
    boolean json;

    @Mixin
    OperatorOptions operator;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return operator.talk(
                spec.commandLine().getErr(),
                client -> new MoveWatch(client, spec.commandLine().getOut(), json).run(api, "LEGACY", dryRun));
    }
}
