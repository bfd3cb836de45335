package com.rentwave.contracts.events;

import static com.rentwave.contracts.events.EventBodies.MONOLITH;
import static com.rentwave.contracts.events.EventBodies.TOPIC;
import static com.rentwave.contracts.events.EventBodies.event;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MessagePactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the monolith relies on in events of users. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "users", providerType = ProviderType.ASYNCH, pactVersion = PactSpecVersion.V4)
class UserEventsPactTest {

    @Pact(consumer = MONOLITH)
    V4Pact hearsOfANewUser(MessagePactBuilder pact) {
        return pact.given("a user registers")
                .expectsToReceive("the event of a new user")
                .withMetadata(TOPIC)
                .withContent(event("user.register", "legacy", "user", "7", data -> {}))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "hearsOfANewUser")
    void hearsOfANewUser(AsynchronousMessage message) {
        assertThat(MonolithEvents.read(message))
                .contains("type=user.register", "aggregateType=user", "aggregateId=7", "actor=7");
    }
}
