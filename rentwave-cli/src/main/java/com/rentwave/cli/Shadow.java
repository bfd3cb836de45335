package com.rentwave.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.workload.api.OperatorClient;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What was found when both sides were asked the same. */
@Command(
        name = "shadow",
        mixinStandardHelpOptions = true,
        description = "Tells how alike the monolith and the service answer reads.",
        subcommands = Shadow.Diffs.class)
final class Shadow {

    /** The differences. */
    @Command(
            name = "diffs",
            mixinStandardHelpOptions = true,
            description = "Lists what differs, grouped by cause, without personal data.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {
                "0:nothing differed in the last hour",
                "1:something did, or refused, with the reason",
                "2:wrong usage, or no such API",
                "3:nothing answers"
            })
    static final class Diffs extends ApiCommand {

        private static final int EXAMPLES = 3;

        @Option(names = "--json", description = "Prints everything that is kept as one line of JSON.")
        boolean json;

        @Override
        int talk(OperatorClient client) throws IOException {
            JsonNode shadow = client.shadow(api);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(shadow);
            } else {
                print(out, shadow);
            }
            out.flush();
            return shadow.path("seen").path("mismatched").asLong() == 0 ? ExitCodes.DONE : ExitCodes.NOT_DONE;
        }

        private void print(PrintWriter out, JsonNode shadow) {
            JsonNode seen = shadow.path("seen");
            long matched = seen.path("matched").asLong();
            long mismatched = seen.path("mismatched").asLong();
            out.println(api + ": " + mismatched + " of " + (matched + mismatched)
                    + " compared reads differed in the last hour; not compared: "
                    + dropped(seen)
                    + seen.path("behind").asLong() + " copy behind, "
                    + seen.path("unstable").asLong() + " data moving, "
                    + seen.path("unanswered").asLong() + " unanswered.");
            causes(out, shadow);
        }

        /** Reads that were not even copied, so that nobody is slowed down. */
        private static String dropped(JsonNode seen) {
            long all = seen.path("dropped").asLong();
            long overRate = seen.path("overRate").asLong();
            long overload = seen.path("overload").asLong();
            return all + " dropped (" + overRate + " beyond the copies of a second, " + overload
                    + " with the facade busy, " + (all - overRate - overload) + " without a place), ";
        }

        private static void causes(PrintWriter out, JsonNode shadow) {
            for (JsonNode cause : shadow.path("causes")) {
                out.println("  " + cause.path("cause").asText() + ": "
                        + cause.path("seen").asLong() + " times, last "
                        + cause.path("lastAt").asText());
                int shown = 0;
                for (JsonNode example : cause.path("examples")) {
                    if (shown++ < EXAMPLES) {
                        out.println("    GET " + example.path("path").asText());
                        example.path("lines").forEach(line -> out.println("      " + line.asText()));
                    }
                }
            }
        }
    }
}
