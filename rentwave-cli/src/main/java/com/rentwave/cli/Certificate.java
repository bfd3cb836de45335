package com.rentwave.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.workload.api.OperatorClient;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proofs of flips. */
@Command(
        name = "certificate",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the signed certificate of a flip as JSON: who ordered it, when, on what evidence, and how it went.",
            "Without a number the whole chain, one a line."
        },
        subcommands = CertificateVerify.class,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:printed",
            "1:there is none, or refused, with the reason",
            "2:wrong usage, or no such number",
            "3:nothing answers"
        })
final class Certificate extends OperatorCommand {

    @Parameters(arity = "0..1", paramLabel = "NUMBER", description = "The certificate's number.")
    Long number;

    @Option(names = "--json", description = "Prints JSON, as it does anyway.")
    boolean json;

    @Override
    int talk(OperatorClient client) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (number != null) {
            out.println(client.certificate(number));
            out.flush();
            return ExitCodes.DONE;
        }
        JsonNode chain = client.certificates();
        chain.forEach(out::println);
        out.flush();
        return chain.isEmpty() ? ExitCodes.NOT_DONE : ExitCodes.DONE;
    }
}
