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

/** What the monolith relies on in events of guest rooms. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "rooms", providerType = ProviderType.ASYNCH, pactVersion = PactSpecVersion.V4)
class RoomEventsPactTest {

    @Pact(consumer = MONOLITH)
    V4Pact hearsOfANewRoom(MessagePactBuilder pact) {
        return pact.given("a user adds a room")
                .expectsToReceive("the event of a new room")
                .withMetadata(TOPIC)
                .withContent(room("room.add", "add", true))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "hearsOfANewRoom")
    void hearsOfANewRoom(AsynchronousMessage message) {
        assertThat(MonolithEvents.read(message))
                .contains(
                        "type=room.add", "aggregateType=room", "\"change\":\"add\"", "\"title\":\"Room with a view\"");
    }

    @Pact(consumer = MONOLITH)
    V4Pact hearsOfAChangedRoom(MessagePactBuilder pact) {
        return pact.given("a user changes a room")
                .expectsToReceive("the event of a changed room")
                .withMetadata(TOPIC)
                .withContent(room("room.update", "change", true))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "hearsOfAChangedRoom")
    void hearsOfAChangedRoom(AsynchronousMessage message) {
        assertThat(MonolithEvents.read(message))
                .contains(
                        "type=room.update",
                        "aggregateType=room",
                        "\"change\":\"change\"",
                        "\"title\":\"Room with a view\"");
    }

    @Pact(consumer = MONOLITH)
    V4Pact hearsOfAPausedRoom(MessagePactBuilder pact) {
        return pact.given("a user pauses a room")
                .expectsToReceive("the event of a paused room")
                .withMetadata(TOPIC)
                .withContent(room("room.update", "availability", false))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "hearsOfAPausedRoom")
    void hearsOfAPausedRoom(AsynchronousMessage message) {
        assertThat(MonolithEvents.read(message))
                .contains(
                        "type=room.update",
                        "aggregateType=room",
                        "\"change\":\"availability\"",
                        "\"title\":\"Room with a view\"");
    }

    @Pact(consumer = MONOLITH)
    V4Pact hearsOfARemovedRoom(MessagePactBuilder pact) {
        return pact.given("a user removes a room")
                .expectsToReceive("the event of a removed room")
                .withMetadata(TOPIC)
                .withContent(room("room.update", "delete", false))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "hearsOfARemovedRoom")
    void hearsOfARemovedRoom(AsynchronousMessage message) {
        assertThat(MonolithEvents.read(message))
                .contains(
                        "type=room.update",
                        "aggregateType=room",
                        "\"change\":\"delete\"",
                        "\"title\":\"Room with a view\"");
    }

    private static DslPart room(String type, String change, boolean available) {
        return event(
                type,
                "legacy",
                "room",
                "9",
                data -> EventBodies.offer(data, change, "Room with a view", 6000, available));
    }
}
