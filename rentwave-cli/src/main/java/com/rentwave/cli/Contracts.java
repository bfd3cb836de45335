package com.rentwave.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rentwave.workload.api.OperatorClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "contracts",
        mixinStandardHelpOptions = true,
        description = "Shows every contract against every provider that runs now, and what is missing.",
        subcommands = {ContractsVerify.class, ContractsDiff.class})
final class Contracts extends OperatorCommand {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FIELDS = List.of("consumer", "provider", "build", "pactHash", "verified", "at");
    private static final Map<String, String> WORDS = Map.of(
            "KEPT", "✓ kept",
            "BROKEN", "✗ broken",
            "OUTDATED", "✗ outdated",
            "UNVERIFIED", "✗ unverified",
            "MISSING", "✗ missing",
            "UNKNOWN", "✗ unknown",
            "PENDING", "· pending");

    @Option(
            names = "--json",
            description = "Prints one JSON list of {consumer, provider, build, pactHash, verified, at}.")
    boolean json;

    @Override
    int talk(OperatorClient client) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<JsonNode> rows = client.contracts();
        if (json) {
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(list(rows)));
            return ExitCodes.DONE;
        }
        out.println(line("consumer", "provider", "build", "pact", "verified", "at"));
        rows.forEach(row -> out.println(line(
                row.path("consumer").asText(),
                row.path("provider").asText(),
                row.path("build").asText("-"),
                shortened(row.path("pactHash").asText("-")),
                WORDS.getOrDefault(row.path("state").asText(), row.path("state").asText()),
                row.path("at").asText(""))));
        List<String> reasons = rows.stream()
                .filter(row -> !row.path("verified").asBoolean())
                .map(row -> row.path("reason").asText())
                .toList();
        reasons.forEach(reason -> out.println("  " + reason));
        if (!reasons.isEmpty()) {
            out.println("Verify what runs with: rentwave contracts verify");
        }
        return ExitCodes.DONE;
    }

    private static ArrayNode list(List<JsonNode> rows) {
        ArrayNode list = JSON.createArrayNode();
        for (JsonNode row : rows) {
            ObjectNode one = list.addObject();
            FIELDS.forEach(field -> one.set(field, row.path(field).isMissingNode() ? null : row.get(field)));
        }
        return list;
    }

    private static String line(String... cells) {
        return String.format(Locale.ROOT, "  %-16s %-20s %-34s %-12s  %-12s  %s", (Object[]) cells)
                .stripTrailing();
    }

    private static String shortened(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }
}
