package com.rentwave.cli;

import com.rentwave.workload.api.OperatorClient;
import java.io.IOException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What all commands that move an API have in common: which one, how it is shown, and whom to ask. Use as a mixin. */
final class MoveOptions {

    @Parameters(
            paramLabel = "API",
            completionCandidates = ApiNames.class,
            description = "The API to move, vehicles or rentals.")
    String api;

    @Option(
            names = "--dry-run",
            description = "Lists the steps and asks the gates of every phase on the way; changes nothing.")
    boolean dryRun;

    @Option(names = "--json", description = "Prints the ended move as one line of JSON and nothing else.")
    boolean json;

    @Option(
            names = "--as",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "The name that history and certificate keep of you (default: your user's, ${DEFAULT-VALUE}).")
    String name;

    @Mixin
    OperatorOptions operator;

    /**
     * Moves the API, or lists what would be done, and shows it.
     *
     * @return the exit code
     */
    int move(CommandSpec command, OperatorClient client, String phase) throws IOException, InterruptedException {
        return new MoveWatch(
                        client.as(name),
                        command.commandLine().getOut(),
                        command.commandLine().getErr(),
                        json)
                .run(api, phase, dryRun);
    }
}
