package com.rentwave.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How a command that does a lot tells of it: in sentences, or by one line of JSON in the end. Use as a mixin. */
final class ReportOptions {

    @Option(
            names = "--json",
            description = "Ends with one line of JSON on standard output; everything else goes to standard error.")
    boolean json;

    /** Where the sentences go. */
    PrintWriter told(CommandSpec command) {
        return json ? command.commandLine().getErr() : command.commandLine().getOut();
    }

    /**
     * Ends with the line of JSON, if it is wanted.
     *
     * @param report what is written as JSON
     */
    void end(CommandSpec command, Supplier<?> report) throws JsonProcessingException {
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(report.get()));
        }
        out.flush();
    }
}
