package com.rentwave.contracts;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.ProviderState;
import java.util.List;
import java.util.Optional;

/** Plays one interaction of a pact against a provider, in the states it asks for. */
interface InteractionVerifier {

    /** What the provider does not keep of it; empty when all is kept. */
    Optional<Failure> verify(PactFile file, Interaction interaction);

    /** How people and records call an interaction. */
    static String name(Interaction interaction) {
        List<String> states = interaction.getProviderStates().stream()
                .map(ProviderState::getName)
                .toList();
        return (states.isEmpty() ? "" : "given " + String.join(" and ", states) + ": ") + interaction.getDescription();
    }
}
