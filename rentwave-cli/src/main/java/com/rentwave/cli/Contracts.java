package com.rentwave.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.workload.api.OperatorClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "contracts",
        mixinStandardHelpOptions = true,
        description = "Lists the record of contract verifications, newest first.",
        subcommands = ContractsVerify.class)
final class Contracts implements Callable<Integer> {

    @Option(names = "--json", description = "Prints each verification as one line of JSON.")
    boolean json;

    @Mixin
    OperatorOptions operator;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return operator.talk(spec.commandLine().getErr(), this::list);
    }

    private int list(OperatorClient client) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<JsonNode> verifications = client.verifications();
        if (json) {
            verifications.forEach(out::println);
            return ExitCodes.DONE;
        }
        if (verifications.isEmpty()) {
            out.println("No contract has been verified yet. Verify them with: rentwave contracts verify");
        }
        for (JsonNode one : verifications) {
            String hash = one.path("pactHash").asText();
            out.println(String.format(
                    Locale.ROOT,
                    "  %-6s  %-16s %-16s build %-16s pact %s  %s",
                    one.path("verified").asBoolean() ? "kept" : "BROKEN",
                    one.path("consumer").asText(),
                    one.path("provider").asText(),
                    one.path("build").asText(),
                    hash.substring(0, Math.min(12, hash.length())),
                    one.path("at").asText()));
            one.path("failures").forEach(failure -> out.println("          " + failure.asText(failure.toString())));
        }
        return ExitCodes.DONE;
    }
}
