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

/** What the monolith relies on in events of vehicles. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "vehicles", providerType = ProviderType.ASYNCH, pactVersion = PactSpecVersion.V4)
class VehicleEventsPactTest {

    @Pact(consumer = MONOLITH)
    V4Pact hearsOfANewVehicle(MessagePactBuilder pact) {
        return pact.given("a user adds a vehicle")
                .expectsToReceive("the event of a new vehicle")
                .withMetadata(TOPIC)
                .withContent(vehicle("vehicle.add", "add", true))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "hearsOfANewVehicle")
    void hearsOfANewVehicle(AsynchronousMessage message) {
        assertThat(MonolithEvents.read(message))
                .contains("type=vehicle.add", "aggregateType=vehicle", "aggregateId=17", "actor=7")
                .contains("\"title\":\"Skoda Octavia Combi\"", "\"pricePerDay\":4500");
    }

    @Pact(consumer = MONOLITH)
    V4Pact hearsOfAChangedVehicle(MessagePactBuilder pact) {
        return pact.given("a user changes a vehicle")
                .expectsToReceive("the event of a changed vehicle")
                .withMetadata(TOPIC)
                .withContent(vehicle("vehicle.update", "change", true))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "hearsOfAChangedVehicle")
    void hearsOfAChangedVehicle(AsynchronousMessage message) {
        assertThat(MonolithEvents.read(message)).contains("type=vehicle.update", "\"change\":\"change\"");
    }

    @Pact(consumer = MONOLITH)
    V4Pact hearsOfAPausedVehicle(MessagePactBuilder pact) {
        return pact.given("a user pauses a vehicle")
                .expectsToReceive("the event of a paused vehicle")
                .withMetadata(TOPIC)
                .withContent(vehicle("vehicle.update", "availability", false))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "hearsOfAPausedVehicle")
    void hearsOfAPausedVehicle(AsynchronousMessage message) {
        assertThat(MonolithEvents.read(message)).contains("\"change\":\"availability\"", "\"available\":false");
    }

    @Pact(consumer = MONOLITH)
    V4Pact hearsOfARemovedVehicle(MessagePactBuilder pact) {
        return pact.given("a user removes a vehicle")
                .expectsToReceive("the event of a removed vehicle")
                .withMetadata(TOPIC)
                .withContent(vehicle("vehicle.update", "delete", false))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "hearsOfARemovedVehicle")
    void hearsOfARemovedVehicle(AsynchronousMessage message) {
        assertThat(MonolithEvents.read(message)).contains("\"change\":\"delete\"", "\"available\":false");
    }

    private static DslPart vehicle(String type, String change, boolean available) {
        return event(
                type,
                "legacy|vehicle-service",
                "vehicle",
                "17",
                data -> EventBodies.offer(data, change, "Skoda Octavia Combi", 4500, available));
    }
}
