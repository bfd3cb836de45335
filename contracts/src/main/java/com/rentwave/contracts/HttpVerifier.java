package com.rentwave.contracts;

import au.com.dius.pact.core.model.IResponse;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.support.Result;
import au.com.dius.pact.provider.ConsumerInfo;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sends the requests of a pact to a provider and compares its answers. */
final class HttpVerifier implements InteractionVerifier {

    private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;]*m");

    private final ProviderInfo provider;
    private final RecordingClient client;
    private final ProviderStates states;
    private final ProviderVerifier verifier = new ProviderVerifier();

    HttpVerifier(String name, URI url, ProviderStates states) {
        this.provider = new ProviderInfo(name);
        provider.setProtocol(url.getScheme());
        provider.setHost(url.getHost());
        provider.setPort(url.getPort() < 0 ? ("https".equals(url.getScheme()) ? 443 : 80) : url.getPort());
        provider.setPath(url.getPath().isEmpty() ? "/" : url.getPath());
        this.client = new RecordingClient(provider);
        this.states = states;
        verifier.setReporters(List.of());
        verifier.setStateChangeHandler(new Changes(states));
    }

    @Override
    public Optional<Failure> verify(PactFile file, Interaction interaction) {
        client.forget();
        try {
            VerificationResult result = verifier.verifyInteraction(
                    provider,
                    new ConsumerInfo(file.consumer()),
                    new HashMap<>(),
                    interaction,
                    file.pact(),
                    null,
                    client);
            return result instanceof VerificationResult.Failed failed
                    ? Optional.of(new Failure(
                            InteractionVerifier.name(interaction), lines(failed), expected(interaction), client.last()))
                    : Optional.empty();
        } finally {
            states.leave();
        }
    }

    private static String expected(Interaction interaction) {
        IResponse response = interaction.asSynchronousRequestResponse().getResponse();
        return RecordingClient.text(response.getStatus(), response.getHeaders(), response.getBody());
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
            return Mismatches.line(mismatch.getMismatch());
        }
        return COLOURS.matcher(String.valueOf(failure.description()))
                .replaceAll("")
                .strip();
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
