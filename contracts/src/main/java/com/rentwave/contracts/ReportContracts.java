package com.rentwave.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shows the matrix of contracts from what verifications have printed, without anything running: for continuous
 * integration. A pact that one of the providers has not kept makes it fail.
 */
public final class ReportContracts {

    /** What a line is about that names APIs of which a component keeps no pact any more. */
    static final String RETIRED = "retired";

    private static final List<String> FIELDS = List.of("consumer", "provider", "build", "pactHash", "verified", "at");
    private static final String USAGE = "Usage: ReportContracts --pacts DIR --record DIR [--json]";

    private final PrintStream out;

    ReportContracts(PrintStream out) {
        this.out = out;
    }

    /** @param args {@code --pacts DIR --record DIR}; the record holds one {@code COMPONENT.jsonl} for each provider */
    public static void main(String[] args) {
        System.exit(new ReportContracts(
                        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8))
                .run(args));
    }

    int run(String... words) {
        boolean json = words.length == 5 && words[4].equals("--json");
        if (words.length != (json ? 5 : 4) || !words[0].equals("--pacts") || !words[2].equals("--record")) {
            out.println(USAGE);
            return 2;
        }
        try {
            List<ObjectNode> rows = rows(PactFile.in(Path.of(words[1])), record(Path.of(words[3])));
            if (json) {
                ArrayNode list = Http.JSON.createArrayNode();
                rows.forEach(list::add);
                out.println(list.toPrettyString());
            } else {
                out.println("| consumer | provider | build | pact | verified | at |");
                out.println("|---|---|---|---|---|---|");
                rows.forEach(row -> out.println(line(row)));
            }
            return !rows.isEmpty()
                            && rows.stream()
                                    .allMatch(row -> row.path("verified").asBoolean())
                    ? 0
                    : 1;
        } catch (IOException e) {
            out.println("No matrix: " + e.getMessage());
            return 2;
        }
    }

    private static Map<String, List<JsonNode>> record(Path folder) throws IOException {
        Map<String, List<JsonNode>> record = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                List<JsonNode> lines = new ArrayList<>();
                for (String line : Files.readAllLines(file)) {
                    lines.add(Http.JSON.readTree(line));
                }
                record.put(file.getFileName().toString().replace(".jsonl", ""), lines);
            }
        }
        return record;
    }

    private static List<ObjectNode> rows(List<PactFile> pacts, Map<String, List<JsonNode>> record) {
        List<ObjectNode> rows = new ArrayList<>();
        record.forEach((component, verifications) -> pacts.stream()
                .filter(new Component(component)::keeps)
                .filter(pact -> !pact.isPending())
                .filter(pact -> !isRetired(pact.api(), verifications))
                .forEach(pact -> rows.add(row(component, pact, verifications))));
        return rows;
    }

    private static boolean isRetired(String api, List<JsonNode> lines) {
        for (JsonNode line : lines) {
            for (JsonNode name : line.path(RETIRED)) {
                if (name.asText().equals(api)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Of the pact as it is now; the newest verification counts. */
    private static ObjectNode row(String component, PactFile pact, List<JsonNode> verifications) {
        Optional<JsonNode> newest = verifications.stream()
                .filter(one -> one.path("pactHash").asText().equals(pact.hash()))
                .reduce((first, second) -> second);
        ObjectNode row = Http.JSON.createObjectNode();
        if (newest.isPresent()) {
            FIELDS.forEach(field -> row.set(field, newest.get().get(field)));
            return row;
        }
        return row.put("consumer", pact.consumer())
                .put("provider", component)
                .putNull("build")
                .put("pactHash", pact.hash())
                .put("verified", false)
                .putNull("at");
    }

    private static String line(ObjectNode row) {
        return "| " + row.path("consumer").asText() + " | "
                + row.path("provider").asText() + " | "
                + row.path("build").asText("–") + " | "
                + row.path("pactHash").asText().substring(0, 12) + " | "
                + (row.path("verified").asBoolean() ? "✓ kept" : "✗ not kept") + " | "
                + row.path("at").asText("") + " |";
    }
}
