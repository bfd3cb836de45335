package com.rentwave.cli;

import com.rentwave.platform.PlatformException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The {@code rentwave} command. Exit codes: 0 done, 1 not done (a sentence says why), 2 wrong usage. */
@Command(
        name = "rentwave",
        description = "Starts RentWave on this machine and moves its APIs.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Up.class,
            Down.class,
            Status.class,
            Logs.class,
            Start.class,
            Stop.class,
            ImportCommand.class,
            SeedCommand.class,
            Migrate.class,
            Rollback.class,
            CanAdvance.class,
            Advance.class,
            Ramp.class,
            Shadow.class,
            Certificate.class,
            Watch.class,
            MoveHistory.class,
            Contracts.class,
            DemoCommand.class,
            LoadCommand.class,
            BenchCommand.class,
            AutoComplete.GenerateCompletion.class,
            HelpCommand.class
        })
public final class Rentwave {

    private Rentwave() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command with all its subcommands, ready to execute. */
    public static CommandLine commandLine() {
        return new CommandLine(new Rentwave())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Rentwave::explain);
    }

    /** Failures that were foreseen carry their sentences; anything else is our mistake and shows where it happened. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof PlatformException) {
            command.getErr().println(failure.getMessage());
        } else {
            command.getErr().println("Unexpected failure; this is a mistake in rentwave itself.");
            failure.printStackTrace(command.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
