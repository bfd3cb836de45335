package com.rentwave.contracts.web;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MessagePactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the pages rely on in the stream of notifications: a pact knows no streams, so each notification is a message. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(
        providerName = "notifications.stream",
        providerType = ProviderType.ASYNCH,
        pactVersion = PactSpecVersion.V4)
class StreamPactTest {

    @RegisterExtension
    private final Browser browser = new Browser();

    @Pact(consumer = Words.WEB)
    V4Pact tellsWhatHasJustHappened(MessagePactBuilder pact) {
        return pact.given("somebody rents a user's vehicle")
                .expectsToReceive("a notification as it happens")
                .withMetadata(Map.of("topic", "/api/notifications/stream"))
                .withContent(newJsonBody(NotificationsPactTest::unread).build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "tellsWhatHasJustHappened")
    void tellsWhatHasJustHappened(AsynchronousMessage message) {
        browser.signedIn().open("/").hears(message.contentsAsString());

        assertThat(browser.reads()).contains("Skoda Octavia Combi was rented");
        assertThat(browser.labels()).contains("Notifications, 1 unread");
    }
}
