package com.rentwave.contracts;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.HeaderMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.StatusMismatch;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.support.Result;
import au.com.dius.pact.provider.ConsumerInfo;
import au.com.dius.pact.provider.HttpClientFactory;
import au.com.dius.pact.provider.IConsumerInfo;
import au.com.dius.pact.provider.IProviderInfo;
import au.com.dius.pact.provider.IProviderVerifier;
import au.com.dius.pact.provider.ProviderClient;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderVerifier;
import au.com.dius.pact.provider.StateChange;
import au.com.dius.pact.provider.StateChangeResult;
import au.com.dius.pact.provider.VerificationFailureType;
import au.com.dius.pact.provider.VerificationResult;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Plays the interactions of a pact against a provider, each in the states it asks for. */
final class PactVerifier {

    private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;]*m");

    private final ProviderInfo provider;
    private final ProviderClient client;
    private final ProviderVerifier verifier = new ProviderVerifier();

    PactVerifier(String name, URI url, ProviderStates states) {
        this.provider = new ProviderInfo(name);
        provider.setProtocol(url.getScheme());
        provider.setHost(url.getHost());
        provider.setPort(url.getPort() < 0 ? ("https".equals(url.getScheme()) ? 443 : 80) : url.getPort());
        provider.setPath(url.getPath().isEmpty() ? "/" : url.getPath());
        this.client = new ProviderClient(provider, new HttpClientFactory());
        verifier.setReporters(List.of());
        verifier.setStateChangeHandler(new Changes(states));
    }

    /** What the provider does not keep: for each such interaction its name and a line for each mismatch. */
    Map<String, List<String>> failures(PactFile file) {
        ConsumerInfo consumer = new ConsumerInfo(file.consumer());
        Map<String, List<String>> failures = new LinkedHashMap<>();
        for (Interaction interaction : file.pact().getInteractions()) {
            VerificationResult result = verifier.verifyInteraction(
                    provider, consumer, new HashMap<>(), interaction, file.pact(), null, client);
            if (result instanceof VerificationResult.Failed failed) {
                failures.put(name(interaction), lines(failed));
            }
        }
        return failures;
    }

    private static String name(Interaction interaction) {
        List<String> states = interaction.getProviderStates().stream()
                .map(ProviderState::getName)
                .toList();
        return (states.isEmpty() ? "" : "given " + String.join(" and ", states) + ": ") + interaction.getDescription();
    }

    private static List<String> lines(VerificationResult.Failed failed) {
        List<String> lines = new ArrayList<>();
        failed.getFailures().values().forEach(types -> types.forEach(type -> lines.add(line(type))));
        if (lines.isEmpty()) {
            lines.add(failed.getDescription());
        }
        return lines;
    }

    private static String line(VerificationFailureType failure) {
        if (failure instanceof VerificationFailureType.MismatchFailure mismatch) {
            return line(mismatch.getMismatch());
        }
        return COLOURS.matcher(String.valueOf(failure.description()))
                .replaceAll("")
                .strip();
    }

    private static String line(Mismatch mismatch) {
        if (mismatch instanceof StatusMismatch status) {
            return "status: expected " + status.getExpected() + ", actual " + status.getActual();
        }
        if (mismatch instanceof HeaderMismatch header) {
            return "header " + header.getHeaderKey() + ": expected " + header.getExpected() + ", actual "
                    + header.getActual() + " (" + header.getMismatch() + ')';
        }
        if (mismatch instanceof BodyMismatch body) {
            return "body " + body.getPath() + ": expected " + shown(body.getExpected()) + ", actual "
                    + shown(body.getActual()) + " (" + body.getMismatch() + ')';
        }
        return mismatch.type() + ": " + mismatch.description();
    }

    private static String shown(Object value) {
        String text = value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
        return text.length() > 500 ? text.substring(0, 500) + "…" : text;
    }

    /** The library's way to ask for a state. */
    private record Changes(ProviderStates states) implements StateChange {

        @Override
        public StateChangeResult executeStateChange(
                IProviderVerifier verifier,
                IProviderInfo provider,
                IConsumerInfo consumer,
                Interaction interaction,
                String message,
                Map<String, Object> failures,
                ProviderClient client) {
            Map<String, Object> made = new HashMap<>();
            for (ProviderState state : interaction.getProviderStates()) {
                try {
                    made.putAll(states.build(state));
                } catch (IOException e) {
                    return new StateChangeResult(new Result.Err<>(e), message);
                }
            }
            return new StateChangeResult(new Result.Ok<>(made), message);
        }

        @Override
        public Result<Map<String, Object>, Exception> stateChange(
                IProviderVerifier verifier,
                ProviderState state,
                IProviderInfo provider,
                IConsumerInfo consumer,
                boolean setUp,
                ProviderClient client) {
            throw new UnsupportedOperationException("states are built together");
        }

        @Override
        public void executeStateChangeTeardown(
                IProviderVerifier verifier,
                Interaction interaction,
                IProviderInfo provider,
                IConsumerInfo consumer,
                ProviderClient client) {
            // Every state has users and vehicles of its own; nothing stands in the way of the next.
        }
    }
}
