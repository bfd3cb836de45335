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

/** What the monolith relies on in events of books. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "books", providerType = ProviderType.ASYNCH, pactVersion = PactSpecVersion.V4)
class BookEventsPactTest {

    @Pact(consumer = MONOLITH)
    V4Pact hearsOfANewBook(MessagePactBuilder pact) {
        return pact.given("a user adds a book")
                .expectsToReceive("the event of a new book")
                .withMetadata(TOPIC)
                .withContent(event("book.add", "legacy", "book", "9780306406157", data -> {
                    data.and("isbn", "9780306406157", EventBodies.form("97[89]\\d{10}"));
                    data.stringValue("title", "On Moving Monoliths");
                }))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "hearsOfANewBook")
    void hearsOfANewBook(AsynchronousMessage message) {
        assertThat(MonolithEvents.read(message))
                .contains("type=book.add", "aggregateId=9780306406157", "\"title\":\"On Moving Monoliths\"");
    }

    @Pact(consumer = MONOLITH)
    V4Pact hearsOfACopyOnOffer(MessagePactBuilder pact) {
        return pact.given("a user lends out a copy")
                .expectsToReceive("the event of a copy on offer")
                .withMetadata(TOPIC)
                .withContent(copy("advert.add", true))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "hearsOfACopyOnOffer")
    void hearsOfACopyOnOffer(AsynchronousMessage message) {
        assertThat(MonolithEvents.read(message))
                .contains("type=book.update", "\"change\":\"advert.add\"", "\"available\":true");
    }

    @Pact(consumer = MONOLITH)
    V4Pact hearsOfAChangedCopy(MessagePactBuilder pact) {
        return pact.given("a user changes a copy")
                .expectsToReceive("the event of a changed copy")
                .withMetadata(TOPIC)
                .withContent(copy("advert.change", true))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "hearsOfAChangedCopy")
    void hearsOfAChangedCopy(AsynchronousMessage message) {
        assertThat(MonolithEvents.read(message))
                .contains("type=book.update", "\"change\":\"advert.change\"", "\"available\":true");
    }

    @Pact(consumer = MONOLITH)
    V4Pact hearsOfAPausedCopy(MessagePactBuilder pact) {
        return pact.given("a user pauses a copy")
                .expectsToReceive("the event of a paused copy")
                .withMetadata(TOPIC)
                .withContent(copy("advert.availability", false))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "hearsOfAPausedCopy")
    void hearsOfAPausedCopy(AsynchronousMessage message) {
        assertThat(MonolithEvents.read(message))
                .contains("type=book.update", "\"change\":\"advert.availability\"", "\"available\":false");
    }

    private static DslPart copy(String change, boolean available) {
        return event("book.update", "legacy", "book", "9780306406157", data -> data.stringValue("change", change)
                .object("advert", advert -> advert.integerType("id", 11)
                        .integerType("ownerId", 7)
                        .stringValue("title", "On Moving Monoliths")
                        .numberValue("pricePerDay", 150)
                        .stringValue("currency", "EUR")
                        .booleanValue("available", available)));
    }
}
