package com.rentwave.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.Interaction;
import com.rentwave.contracts.MessageVerifier.Published;
import com.rentwave.contracts.MutatingProxy.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Contracts that pass with everything broken are worthless: each mistake is made in the answers of the real providers and
 * in messages that were really published, and a contract has to notice it. Prints what noticed what; the last line tells
 * how many mistakes were caught.
 */
@ExtendWith(Scratch.class)
class MutationsIT {

    /** An interaction, and what the provider gives for it when nothing is spoilt. */
    private record Played<T>(PactFile pact, Interaction interaction, T given) {}

    private static final int A_SCREEN = 60;

    private final List<String> caught = new ArrayList<>();
    private final List<String> survived = new ArrayList<>();

    @Test
    void noMistakeGetsPastTheContracts(Scratch.Running providers) throws IOException {
        for (Map.Entry<String, Map<String, UnaryOperator<Answer>>> provider :
                HttpMutations.byProvider(providers.vehiclesAreRetired()).entrySet()) {
            spoilAnswers(providers, provider.getKey(), provider.getValue());
        }
        spoilMessages(providers);

        String result = "mutations: " + caught.size() + " caught, " + survived.size() + " survived";
        Path report = Files.createDirectories(Path.of("target")).resolve("mutations.txt");
        Files.writeString(
                report, String.join("\n", caught) + '\n' + String.join("\n", survived) + '\n' + result + '\n');
        System.out.print(Files.readString(report));
        assertThat(survived).isEmpty();
        assertThat(caught).hasSizeGreaterThanOrEqualTo(20);
    }

    private void spoilAnswers(Scratch.Running providers, String name, Map<String, UnaryOperator<Answer>> mutations)
            throws IOException {
        try (MutatingProxy proxy = new MutatingProxy(providers.url(name))) {
            Provider provider = providers.provider(name, proxy.url(), providers.url(name));
            List<Played<Answer>> played = new ArrayList<>();
            for (PactFile pact : pacts(providers, name, false)) {
                for (Interaction interaction : pact.pact().getInteractions()) {
                    kept(provider.verify(pact, interaction));
                    played.add(new Played<>(pact, interaction, proxy.last()));
                }
            }
            spoil(name, proxy, provider, played, mutations);
            List<Played<Answer>> internal =
                    played.stream().filter(one -> one.pact().isInternal()).toList();
            spoil(name, proxy, provider, internal, InternalMutations.of(name, providers.vehiclesAreRetired()));
        }
    }

    private void spoil(
            String name,
            MutatingProxy proxy,
            Provider provider,
            List<Played<Answer>> played,
            Map<String, UnaryOperator<Answer>> mutations) {
        mutations.forEach((mutation, change) -> {
            proxy.mutate(change);
            judge(name + ": " + mutation, played, change, one -> provider.verify(one.pact(), one.interaction()));
        });
    }

    private void spoilMessages(Scratch.Running providers) throws IOException {
        List<Played<String>> played = new ArrayList<>();
        for (String name : Scratch.PROVIDERS) {
            Provider provider = providers.provider(name, providers.url(name), providers.url(name));
            for (PactFile pact : pacts(providers, name, true)) {
                for (Interaction interaction : pact.pact().getInteractions()) {
                    Published published = provider.messages().published(interaction);
                    kept(MessageVerifier.compare(interaction, published));
                    played.add(new Played<>(pact, interaction, new String(published.bytes(), StandardCharsets.UTF_8)));
                }
            }
        }
        for (Map.Entry<String, UnaryOperator<String>> mutation :
                MessageMutations.all(providers.vehiclesAreRetired()).entrySet()) {
            judge(
                    mutation.getKey(),
                    played,
                    mutation.getValue(),
                    one -> MessageVerifier.compare(
                            one.interaction(),
                            new Published("published before", one.given().getBytes(StandardCharsets.UTF_8)),
                            Spoilt.message(mutation.getValue())));
        }
    }

    private interface Verify<T> {
        Optional<Failure> of(Played<T> one);
    }

    /** Tries only interactions that the mutation touches: the others are kept as before. */
    private <T> void judge(String mutation, List<Played<T>> played, UnaryOperator<T> spoil, Verify<T> verify) {
        List<Played<T>> touched = played.stream()
                .filter(one -> !spoil.apply(one.given()).equals(one.given()))
                .toList();
        assertThat(touched).as("what \"%s\" spoils", mutation).isNotEmpty();
        for (Played<T> one : touched) {
            Optional<Failure> failure = verify.of(one);
            if (failure.isPresent()) {
                fitsOnAScreen(failure.get());
                caught.add("  caught    " + mutation + " — by " + one.pact().consumer() + ", "
                        + one.interaction().getDescription() + " ("
                        + failure.get().mismatches().get(0).lines().findFirst().orElse("") + ')');
                return;
            }
        }
        survived.add("  SURVIVED  " + mutation);
    }

    /** Interaction, differences, request, expected and actual, together. */
    private static void fitsOnAScreen(Failure failure) {
        assertThat(failure.screen())
                .startsWith("  ✗ " + failure.interaction())
                .containsSubsequence("    request   ", "    expected  ", "    actual    ");
        assertThat(failure.mismatches()).isNotEmpty().allSatisfy(line -> assertThat(line)
                .containsIgnoringCase("expected"));
        assertThat(failure.screen().lines()).hasSizeLessThanOrEqualTo(A_SCREEN);
    }

    private static void kept(Optional<Failure> failure) {
        assertThat(failure.map(Failure::screen)).as("without any mistake").isEmpty();
    }

    private static List<PactFile> pacts(Scratch.Running providers, String provider, boolean streamed)
            throws IOException {
        return providers.pacts(provider).stream()
                .filter(pact -> pact.isStreamed() == streamed)
                .toList();
    }
}
