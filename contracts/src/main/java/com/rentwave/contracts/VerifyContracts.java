package com.rentwave.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Verifies every pact of a folder against a running provider and, if asked to, records the outcome where the gates look.
 * A provider that does not own the API refuses writes, so an extracted service is verified on an instance of its own
 * that does.
 */
public final class VerifyContracts {

    private static final int KEPT = 0;
    private static final int BROKEN = 1;
    private static final int NOT_VERIFIED = 2;

    private final Http http = new Http();
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream explanations;

    VerifyContracts(Clock clock, PrintStream out, PrintStream explanations) {
        this.clock = clock;
        this.out = out;
        this.explanations = explanations;
    }

    /** @param args see {@link Arguments#USAGE} */
    public static void main(String[] args) {
        // The library would otherwise report its use over the network.
        System.setProperty("pact_do_not_track", "true");
        System.exit(
                new VerifyContracts(Clock.systemUTC(), utf8(FileDescriptor.out), utf8(FileDescriptor.err)).run(args));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    int run(String... words) {
        try {
            return verify(Arguments.parse(words));
        } catch (IllegalArgumentException e) {
            explanations.println(e.getMessage());
            explanations.println(Arguments.USAGE);
        } catch (IOException e) {
            explanations.println("Not verified: " + e.getMessage());
        }
        return NOT_VERIFIED;
    }

    private int verify(Arguments arguments) throws IOException {
        String build = build(arguments);
        List<PactFile> pacts = PactFile.in(arguments.pacts()).stream()
                .filter(file -> arguments.api() == null || arguments.api().equals(file.api()))
                .toList();
        if (pacts.isEmpty()) {
            throw new IOException("there is no pact to verify in " + arguments.pacts());
        }
        ProviderStates states = new ProviderStates(http, arguments.url(), arguments.authUrl());
        PactVerifier verifier = new PactVerifier(arguments.provider(), arguments.url(), states);
        boolean kept = true;
        for (PactFile pact : pacts) {
            Verification verification = verify(arguments, verifier, build, pact);
            kept &= verification.verified();
            out.println(Http.JSON.writeValueAsString(verification));
            record(arguments, verification);
        }
        if (!build.equals(build(arguments))) {
            throw new IOException("another build answers at " + arguments.url() + " than when the verification began");
        }
        return kept ? KEPT : BROKEN;
    }

    private Verification verify(Arguments arguments, PactVerifier verifier, String build, PactFile pact) {
        Map<String, List<String>> failures = verifier.failures(pact);
        int all = pact.pact().getInteractions().size();
        explanations.printf(
                "%s of %s, by %s build %s: %d of %d interactions kept%n",
                pact.api(), pact.consumer(), arguments.provider(), build, all - failures.size(), all);
        List<String> lines = new ArrayList<>();
        failures.forEach((interaction, mismatches) -> {
            explanations.println("  ✗ " + interaction);
            mismatches.forEach(line -> explanations.println("      " + line.replace("\n", "\n      ")));
            lines.add(interaction + " — " + String.join("; ", mismatches));
        });
        return new Verification(
                pact.consumer(),
                arguments.provider(),
                build,
                pact.hash(),
                failures.isEmpty(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                lines);
    }

    /** The id of the build that answers. */
    private String build(Arguments arguments) throws IOException {
        JsonNode answer =
                http.get(URI.create(arguments.url() + "/internal/build")).body();
        String component = answer.path("component").asText();
        if (!component.equals(arguments.provider())) {
            throw new IOException(
                    "at " + arguments.url() + " answers \"" + component + "\", not " + arguments.provider());
        }
        return answer.path("build").asText();
    }

    private void record(Arguments arguments, Verification verification) throws IOException {
        if (arguments.recordTo() != null) {
            String token = Files.readString(arguments.tokenFile()).strip();
            http.post(
                    URI.create(arguments.recordTo() + "/contracts/verifications"),
                    Http.JSON.writeValueAsString(verification),
                    "Authorization",
                    "Bearer " + token);
        }
    }
}
