package com.rentwave.contracts;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.messaging.MessageInteraction;
import au.com.dius.pact.provider.ResponseComparison;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes things happen at a provider and compares the messages that change data capture has published of them. */
final class MessageVerifier implements InteractionVerifier {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Happenings happenings;
    private final Streams streams;

    MessageVerifier(Happenings happenings, Streams streams) {
        this.happenings = happenings;
        this.streams = streams;
    }

    /**
     * A message that was really published.
     *
     * @param what what made it come
     * @param bytes null when none came
     */
    record Published(String what, byte[] bytes) {}

    @Override
    public Optional<Failure> verify(PactFile file, Interaction interaction) {
        try {
            return compare(interaction, published(interaction));
        } catch (IOException e) {
            return Optional.of(failure(interaction, List.of(String.valueOf(e.getMessage())), Exchange.NONE));
        }
    }

    /** Makes it happen and takes the message from the topic. */
    Published published(Interaction interaction) throws IOException {
        V4Interaction.AsynchronousMessage message = interaction.asAsynchronousMessage();
        Happenings.Wanted wanted =
                happenings.happen(interaction.getProviderStates(), Http.JSON.readTree(message.contentsAsBytes()));
        if (wanted.heard() != null) {
            return new Published(wanted.what(), Http.JSON.writeValueAsBytes(wanted.heard()));
        }
        Topic topic = new Topic(streams.bootstrapServers(), topic(message), PATIENCE);
        return new Published(wanted.what(), topic.find(wanted.nth(), wanted.meant()));
    }

    static Optional<Failure> compare(Interaction interaction, Published published) {
        return compare(interaction, published, bytes -> bytes);
    }

    /** @param change made to the message before it is compared */
    static Optional<Failure> compare(Interaction interaction, Published published, UnaryOperator<byte[]> change) {
        V4Interaction.AsynchronousMessage message = interaction.asAsynchronousMessage();
        if (published.bytes() == null) {
            return Optional.of(failure(
                    interaction,
                    List.of("no such message came to " + topic(message)),
                    new Exchange(published.what(), "no message")));
        }
        byte[] bytes = change.apply(published.bytes());
        List<String> lines = Mismatches.lines(ResponseComparison.Companion.compareMessage(
                (MessageInteraction) message,
                OptionalBody.body(bytes, message.getContents().getContents().getContentType()),
                Map.of("topic", topic(message), "contentType", "application/json")));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(failure(
                        interaction, lines, new Exchange(published.what(), new String(bytes, StandardCharsets.UTF_8))));
    }

    private static Failure failure(Interaction interaction, List<String> lines, Exchange exchange) {
        return new Failure(
                InteractionVerifier.name(interaction),
                lines,
                interaction.asAsynchronousMessage().contentsAsString(),
                exchange);
    }

    private static String topic(V4Interaction.AsynchronousMessage message) {
        return String.valueOf(message.getMetadata().get("topic"));
    }
}
