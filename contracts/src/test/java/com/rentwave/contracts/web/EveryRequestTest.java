package com.rentwave.contracts.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A request that is written in the pages' modules and in no contract is found here, not after a flip. */
class EveryRequestTest {

    private static final Path PAGES = Path.of("..", "legacy-monolith", "src", "main", "webapp", "assets");
    private static final Pattern CALL =
            Pattern.compile("\\b(get|post|put|remove|paged|request|EventSource)\\(\\s*(?:update,\\s*)?"
                    + "(?:'(GET|POST|PUT|DELETE)',\\s*)?(?:`([/$][^`]*)`|'(/[^']*)')");
    private static final Pattern FORM = Pattern.compile("\\b(collection|path): (?:id && )?(?:`(/[^`]*)`|'(/[^']*)')");
    private static final Map<String, String> METHODS = Map.of(
            "get", "GET",
            "paged", "GET",
            "EventSource", "GET",
            "post", "POST",
            "collection", "POST",
            "put", "PUT",
            "path", "PUT",
            "remove", "DELETE");

    @Test
    void everyRequestOfThePagesStandsInAContract() throws IOException {
        Set<String> contracts = contracts();

        Set<String> requests = requests();

        assertThat(requests).hasSizeGreaterThan(30).allSatisfy(request -> assertThat(contracts)
                .as(request)
                .anyMatch(contract -> contract.matches(expression(request))));
    }

    private static Set<String> requests() throws IOException {
        Set<String> requests = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".js")).toList()) {
                String module = Files.readString(file);
                for (Matcher call = CALL.matcher(module); call.find(); ) {
                    String method = call.group(2) == null ? METHODS.get(call.group(1)) : call.group(2);
                    requests.add(method + ' ' + path(call.group(3) == null ? call.group(4) : call.group(3)));
                }
                for (Matcher form = FORM.matcher(module); form.find(); ) {
                    String path = form.group(2) == null ? form.group(3) : form.group(2);
                    if (module.contains("advertPage(")) {
                        requests.add(METHODS.get(form.group(1)) + ' ' + path(path));
                    }
                }
            }
        }
        return requests;
    }

    /** Without what comes after the question mark. */
    private static String path(String text) {
        return text.replaceAll("\\$\\{query.*", "").replaceAll("\\?.*", "").replaceAll("^/api", "");
    }

    private static String expression(String request) {
        String[] literal = request.split("\\$\\{[^}]*}", -1);
        return Stream.of(literal)
                .map(Pattern::quote)
                .reduce((one, other) -> one + ".+" + other)
                .orElseThrow();
    }

    private static Set<String> contracts() throws IOException {
        Set<String> contracts = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("pacts"))) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith(Words.WEB))
                    .toList()) {
                for (JsonNode interaction : Words.JSON.readTree(file.toFile()).path("interactions")) {
                    JsonNode request = interaction.path("request");
                    contracts.add(request.path("method").asText()
                            + ' '
                            + request.path("path").asText().replaceAll("^/api", ""));
                }
            }
        }
        return contracts;
    }
}
