package com.rentwave.contracts;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
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
    private final Broker broker;

    /** @param broker told of pacts and verifications as well; null when there is none */
    VerifyContracts(Clock clock, PrintStream out, PrintStream explanations, Broker broker) {
        this.clock = clock;
        this.out = out;
        this.explanations = explanations;
        this.broker = broker;
    }

    /** @param args see {@link Arguments#USAGE} */
    public static void main(String[] args) {
        // The library would otherwise report its use over the network.
        System.setProperty("pact_do_not_track", "true");
        System.exit(new VerifyContracts(
                        Clock.systemUTC(),
                        utf8(FileDescriptor.out),
                        utf8(FileDescriptor.err),
                        Broker.of(System.getenv()))
                .run(args));
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
        Provider provider = new Provider(http, arguments);
        provider.requireComponent();
        List<PactFile> pacts = PactFile.in(arguments.pacts()).stream()
                .filter(provider::keeps)
                .filter(file -> arguments.api() == null || arguments.api().equals(file.api()))
                .toList();
        if (pacts.isEmpty()) {
            throw new IOException("there is no pact to verify in " + arguments.pacts());
        }
        List<PactFile> possible = pacts.stream().filter(provider::canVerify).toList();
        Map<PactFile, String> builds = builds(provider, possible);
        provider.prepare(possible);
        if (!provider.retired().isEmpty()) {
            out.println(Http.JSON.writeValueAsString(Map.of(ReportContracts.RETIRED, provider.retired())));
        }
        boolean kept = true;
        for (PactFile pact : possible) {
            Verification verification = verify(provider, builds.get(pact), pact);
            kept &= verification.verified() || pact.isPending();
            out.println(Http.JSON.writeValueAsString(verification));
            record(arguments, verification);
            if (broker != null) {
                broker.publish(arguments.pacts(), pact);
                broker.send(pact, verification);
            }
        }
        if (!builds.equals(builds(provider, possible))) {
            throw new IOException("another build answers at " + arguments.url() + " than when the verification began");
        }
        if (possible.size() < pacts.size()) {
            throw new IOException(
                    "pacts about messages need --kafka, --cdc-url and --cdc-token-file, those about internal"
                            + " addresses --internal-token-file");
        }
        return kept ? KEPT : BROKEN;
    }

    private static Map<PactFile, String> builds(Provider provider, List<PactFile> pacts) throws IOException {
        Map<PactFile, String> builds = new HashMap<>();
        for (PactFile pact : pacts) {
            builds.put(pact, provider.build(pact));
        }
        return builds;
    }

    private Verification verify(Provider provider, String build, PactFile pact) {
        List<Failure> failures = provider.failures(pact);
        int all = pact.pact().getInteractions().size();
        explanations.printf(
                "%s of %s%s, by %s build %s: %d of %d interactions kept%n",
                pact.provider(),
                pact.consumer(),
                pact.isPending() ? " (pending)" : "",
                provider.name(pact),
                build,
                all - failures.size(),
                all);
        failures.forEach(failure -> explanations.print(failure.screen()));
        return new Verification(
                pact.consumer(),
                provider.name(pact),
                build,
                pact.hash(),
                failures.isEmpty() && !pact.isPending(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                failures.stream().map(Failure::line).toList(),
                pact.provider(),
                pact.interactions());
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
