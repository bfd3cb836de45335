package com.rentwave.cli;

import picocli.CommandLine.Parameters;

/** A command that talks to the facade's operator API about one of the APIs that move. */
abstract class ApiCommand extends OperatorCommand {

    @Parameters(
            paramLabel = "API",
            completionCandidates = ApiNames.class,
            description = "The API, vehicles or rentals.")
    String api;
}
