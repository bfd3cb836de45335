package com.rentwave.contracts;

import au.com.dius.pact.core.model.Interaction;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A running component and all that is needed to verify pacts against it. */
final class Provider {

    private final Http http;
    private final Arguments arguments;
    private final InternalCalls calls;
    private final Places places;
    private final ProviderStates states;
    private final Streams streams;
    private final HttpVerifier requests;
    private final MessageVerifier messages;

    Provider(Http http, Arguments arguments) throws IOException {
        this(http, arguments, arguments.url());
    }

    /** @param direct where states are built, when something stands in front of the provider */
    Provider(Http http, Arguments arguments, URI direct) throws IOException {
        this.http = http;
        this.arguments = arguments;
        this.calls = new InternalCalls(http, secret(arguments.internalTokenFile()));
        this.places = Places.of(http, component(), direct, arguments.authUrl(), arguments.vehiclesUrl());
        this.states = new ProviderStates(http, direct, places, ownership(arguments.database()), calls);
        this.streams = streams(arguments.streams());
        this.requests = new HttpVerifier(arguments.provider(), arguments.url(), states);
        this.messages = new MessageVerifier(new Happenings(states), streams);
    }

    private Component component() {
        return new Component(arguments.provider());
    }

    private static Ownership ownership(Arguments.Login login) throws IOException {
        return login == null ? null : new Ownership(login.url(), login.user(), secret(login.passwordFile()));
    }

    private static Streams streams(Arguments.Capture capture) throws IOException {
        return capture == null ? null : new Streams(capture.kafka(), capture.cdc(), secret(capture.tokenFile()));
    }

    /** @param file null when there is none */
    private static String secret(Path file) throws IOException {
        return file == null ? null : Files.readString(file).strip();
    }

    /** @throws IOException when another component answers */
    void requireComponent() throws IOException {
        build();
    }

    /** Makes ready what the pacts need. */
    void prepare(List<PactFile> pacts) throws IOException {
        List<String> apis = pacts.stream()
                .filter(PactFile::isStreamed)
                .map(PactFile::api)
                .filter(Component::moves)
                .distinct()
                .toList();
        if (streams != null && !apis.isEmpty()) {
            Places monolith = places.ofTheMonolith(arguments.vehiclesUrl());
            streams.arm(http, monolith.retired(), apis, new People(http, monolith));
        }
    }

    /** The APIs that the component is retired from: whoever has no component for an API keeps no pact about it. */
    Set<String> retired() {
        return component().isService() ? Set.of() : places.retired();
    }

    boolean keeps(PactFile pact) {
        return component().keeps(pact) && !retired().contains(pact.api());
    }

    /** Whether a pact can be verified with what is known of the surroundings. */
    boolean canVerify(PactFile pact) {
        return (!pact.isStreamed() || streams != null) && (!pact.isInternal() || calls.arePossible());
    }

    /** What is not kept of a pact. */
    List<Failure> failures(PactFile pact) {
        List<Failure> failures = new ArrayList<>();
        for (Interaction interaction : pact.pact().getInteractions()) {
            verify(pact, interaction).ifPresent(failures::add);
        }
        return failures;
    }

    Optional<Failure> verify(PactFile pact, Interaction interaction) {
        return (interaction.isAsynchronousMessage() ? messages : requests).verify(pact, interaction);
    }

    MessageVerifier messages() {
        return messages;
    }

    ProviderStates states() {
        return states;
    }

    /** Who makes what the pact is about: the component, and cdc when it is about messages. */
    String name(PactFile pact) {
        return arguments.provider() + (pact.isStreamed() ? "+cdc" : "");
    }

    /** The builds of those who make what the pact is about. */
    String build(PactFile pact) throws IOException {
        return build() + (pact.isStreamed() ? '+' + streams.build(http) : "");
    }

    /** The id of the build that answers. */
    private String build() throws IOException {
        JsonNode answer =
                http.get(URI.create(arguments.url() + "/internal/build")).body();
        String component = answer.path("component").asText();
        if (!component.equals(arguments.provider())) {
            throw new IOException(
                    "at " + arguments.url() + " answers \"" + component + "\", not " + arguments.provider());
        }
        return answer.path("build").asText();
    }
}
