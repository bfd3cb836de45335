package com.rentwave.contracts.events;

import static com.rentwave.contracts.events.EventBodies.MONOLITH;
import static com.rentwave.contracts.events.EventBodies.TOPIC;
import static com.rentwave.contracts.events.EventBodies.event;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MessagePactBuilder;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the monolith relies on in events of wallets. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "wallet", providerType = ProviderType.ASYNCH, pactVersion = PactSpecVersion.V4)
class WalletEventsPactTest {

    @Pact(consumer = MONOLITH)
    V4Pact hearsOfATopUp(MessagePactBuilder pact) {
        return pact.given("a user tops up")
                .expectsToReceive("the event of a top-up")
                .withMetadata(TOPIC)
                .withContent(change("TOP_UP", 1000000, false))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "hearsOfATopUp")
    void hearsOfATopUp(AsynchronousMessage message) {
        assertThat(MonolithEvents.read(message))
                .contains("type=wallet.change", "\"kind\":\"TOP_UP\"", "\"amount\":1000000");
    }

    @Pact(consumer = MONOLITH)
    V4Pact hearsOfRentThatWasPaid(MessagePactBuilder pact) {
        return pact.given("a user pays rent")
                .expectsToReceive("the event of rent that was paid")
                .withMetadata(TOPIC)
                .withContent(change("RENT", -9000, true))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "hearsOfRentThatWasPaid")
    void hearsOfRentThatWasPaid(AsynchronousMessage message) {
        assertThat(MonolithEvents.read(message))
                .contains("type=wallet.change", "\"kind\":\"RENT\"", "\"amount\":-9000");
    }

    @Pact(consumer = MONOLITH)
    V4Pact hearsOfARefund(MessagePactBuilder pact) {
        return pact.given("a user is paid back")
                .expectsToReceive("the event of a refund")
                .withMetadata(TOPIC)
                .withContent(change("REFUND", 9000, true))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "hearsOfARefund")
    void hearsOfARefund(AsynchronousMessage message) {
        assertThat(MonolithEvents.read(message))
                .contains("type=wallet.change", "\"kind\":\"REFUND\"", "\"amount\":9000");
    }

    private static DslPart change(String kind, int amount, boolean ofARental) {
        return event("wallet.change", "legacy", "wallet", "7", data -> {
            data.integerType("transaction", 3)
                    .stringValue("kind", kind)
                    .numberValue("amount", amount)
                    .integerType("balance", 1000000)
                    .stringValue("currency", "EUR");
            if (ofARental) {
                data.integerType("rentalId", 5);
            } else {
                data.nullValue("rentalId");
            }
        });
    }
}
