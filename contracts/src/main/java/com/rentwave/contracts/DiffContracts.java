package com.rentwave.contracts;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Says which consumers a change of the API breaks: compares two OpenAPI descriptions through the pacts. What a pact sends
 * or expects and only the old description has breaks its consumer. Additions break nobody, and what nobody uses may go.
 */
public final class DiffContracts {

    private static final int NOBODY = 0;
    private static final int SOMEBODY = 1;
    private static final int NOT_COMPARED = 2;
    private static final int MOST_LINES = 40;

    private final PrintStream out;

    DiffContracts(PrintStream out) {
        this.out = out;
    }

    /** @param args {@code --from OLD --to NEW --pacts DIR} */
    public static void main(String[] args) {
        System.exit(new DiffContracts(
                        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8))
                .run(args));
    }

    int run(String... words) {
        if (words.length != 6
                || !words[0].equals("--from")
                || !words[2].equals("--to")
                || !words[4].equals("--pacts")) {
            out.println("Usage: DiffContracts --from OLD --to NEW --pacts DIR");
            return NOT_COMPARED;
        }
        try {
            return compare(
                    Description.read(Path.of(words[1])),
                    Description.read(Path.of(words[3])),
                    PactFile.in(Path.of(words[5])));
        } catch (IOException e) {
            out.println("Not compared: " + e.getMessage());
            return NOT_COMPARED;
        }
    }

    /** A consumer that breaks, where and why. */
    private record Break(String consumer, String interaction, String place, String why) {}

    private int compare(Description before, Description after, List<PactFile> pacts) throws IOException {
        List<Break> breaks = new ArrayList<>();
        for (PactFile pact : pacts) {
            for (Interaction interaction : pact.pact().getInteractions()) {
                if (interaction.isSynchronousRequestResponse()) {
                    breaks.addAll(breaks(pact, interaction, before, after));
                }
            }
        }
        Set<String> broken = new LinkedHashSet<>();
        breaks.forEach(one -> broken.add(one.place()));
        tellChanges(before, after, broken);
        tellBreaks(breaks);
        return breaks.isEmpty() ? NOBODY : SOMEBODY;
    }

    private static List<Break> breaks(PactFile pact, Interaction interaction, Description before, Description after)
            throws IOException {
        SynchronousRequestResponse exchange = interaction.asSynchronousRequestResponse();
        Optional<String> template = before.template(exchange.getRequest().getPath());
        if (template.isEmpty()) {
            return List.of();
        }
        Uses uses = new Uses(exchange, template.get());
        List<Break> breaks = new ArrayList<>();
        uses.places().forEach((place, value) -> problem(after, place, value)
                .filter(why -> problem(before, place, value).isEmpty())
                .ifPresent(why ->
                        breaks.add(new Break(pact.consumer(), InteractionVerifier.name(interaction), place, why))));
        if (uses.isValid()) {
            after.facts().forEach((place, fact) -> {
                if (isNeeded(place, fact, uses)
                        && !isNeeded(place, before.facts().get(place), uses)) {
                    breaks.add(new Break(
                            pact.consumer(), InteractionVerifier.name(interaction), place, "has to be sent now"));
                }
            });
        }
        return breaks;
    }

    private static Optional<String> problem(Description description, String place, JsonNode value) {
        Fact fact = description.facts().get(place);
        if (fact == null) {
            return isBelowAnOpenOne(description, place) ? Optional.empty() : Optional.of("is gone");
        }
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        boolean answered = !place.contains(" request $");
        return answered && !fact.required() && !place.contains(".errors")
                ? Optional.of("may be missing")
                : fact.refuses(value);
    }

    private static boolean isBelowAnOpenOne(Description description, String place) {
        for (int dot = place.lastIndexOf('.'); dot > 0; dot = place.lastIndexOf('.', dot - 1)) {
            Fact above = description.facts().get(place.substring(0, dot));
            if (above != null) {
                return above.open();
            }
        }
        return false;
    }

    /** Something that a request must have, in an operation and an object that the exchange uses, and that it has not. */
    private static boolean isNeeded(String place, Fact fact, Uses uses) {
        if (fact == null || !fact.required() || uses.places().containsKey(place)) {
            return false;
        }
        if (place.startsWith(uses.operation() + " query ")) {
            return true;
        }
        return place.startsWith(uses.operation() + " request $")
                && place.contains(".")
                && uses.places().containsKey(place.substring(0, place.lastIndexOf('.')));
    }

    private void tellChanges(Description before, Description after, Set<String> broken) {
        SortedSet<String> places = new TreeSet<>(before.facts().keySet());
        places.addAll(after.facts().keySet());
        List<String> lines = new ArrayList<>();
        for (String place : places) {
            Fact old = before.facts().get(place);
            Fact now = after.facts().get(place);
            if (broken.contains(place) || old != null && old.equals(now)) {
                continue;
            }
            lines.add(
                    old == null
                            ? "  + " + place + ": " + now
                            : now == null
                                    ? "  - " + place + ": nobody uses it"
                                    : "  ~ " + place + ": " + old + " → " + now);
        }
        out.println(lines.isEmpty() ? "No change that breaks nobody." : "Changes that break nobody:");
        lines.stream().limit(MOST_LINES).forEach(out::println);
        if (lines.size() > MOST_LINES) {
            out.println("  and " + (lines.size() - MOST_LINES) + " more");
        }
    }

    private void tellBreaks(List<Break> breaks) {
        if (breaks.isEmpty()) {
            out.println("No consumer breaks.");
            return;
        }
        SortedSet<String> consumers = new TreeSet<>();
        breaks.forEach(one -> consumers.add(one.consumer()));
        for (String consumer : consumers) {
            out.println("BREAKS " + consumer + ':');
            Map<String, List<Break>> byPlace = new LinkedHashMap<>();
            breaks.stream().filter(one -> one.consumer().equals(consumer)).forEach(one -> byPlace.computeIfAbsent(
                            one.place() + ' ' + one.why(), key -> new ArrayList<>())
                    .add(one));
            byPlace.forEach((what, where) -> {
                String first = where.get(0).interaction();
                String more = where.size() == 1 ? "" : " and " + (where.size() - 1) + " more";
                out.println("  " + what + " — used by \"" + first + '"' + more);
            });
        }
    }
}
