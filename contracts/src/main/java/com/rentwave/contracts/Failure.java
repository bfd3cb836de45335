package com.rentwave.contracts;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An interaction that a provider does not keep.
 *
 * @param interaction its name, with the states it asks for
 * @param mismatches a line for each difference: where, what was expected, what came
 * @param expected the answer that the consumer relies on
 * @param exchange what was sent and what came
 */
record Failure(String interaction, List<String> mismatches, String expected, Exchange exchange) {

    private static final int MOST_LINES = 8;
    private static final int LONGEST_PART = 700;

    Failure {
        mismatches = List.copyOf(mismatches);
    }

    /** One line, for the record. */
    String line() {
        return interaction + " — " + shortened(String.join("; ", mismatches), 2 * LONGEST_PART);
    }

    /** Everything a person needs, on one screen. */
    String screen() {
        StringBuilder text = new StringBuilder("  ✗ ").append(interaction).append('\n');
        mismatches.stream().limit(MOST_LINES).forEach(line -> text.append(indented("      ", line)));
        if (mismatches.size() > MOST_LINES) {
            text.append("      and ").append(mismatches.size() - MOST_LINES).append(" more\n");
        }
        part(text, "request ", exchange.request());
        part(text, "expected", expected);
        part(text, "actual  ", exchange.answer());
        return text.toString();
    }

    private static void part(StringBuilder text, String title, String content) {
        String[] lines = shortened(content, LONGEST_PART).split("\n");
        text.append("    ").append(title).append("  ").append(lines[0]).append('\n');
        for (int i = 1; i < lines.length; i++) {
            text.append("              ").append(lines[i]).append('\n');
        }
    }

    private static String indented(String by, String lines) {
        return lines.lines().limit(MOST_LINES).map(line -> by + line + '\n').collect(Collectors.joining());
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
