package com.rentwave.contracts.events;

import static com.rentwave.contracts.events.EventBodies.MONOLITH;
import static com.rentwave.contracts.events.EventBodies.TOPIC;
import static com.rentwave.contracts.events.EventBodies.event;
import static com.rentwave.contracts.events.EventBodies.eventOfTime;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MessagePactBuilder;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the monolith relies on in events of rentals. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "rentals", providerType = ProviderType.ASYNCH, pactVersion = PactSpecVersion.V4)
class RentalEventsPactTest {

    private static final String SOURCES = "legacy|rental-service";
    private static final String DAY_FORM = "\\d{4}-\\d\\d-\\d\\d";

    @Pact(consumer = MONOLITH)
    V4Pact hearsOfARental(MessagePactBuilder pact) {
        return pact.given("a user rents a vehicle")
                .expectsToReceive("the event of a rental")
                .withMetadata(TOPIC)
                .withContent(rental("rent.start"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "hearsOfARental")
    void hearsOfARental(AsynchronousMessage message) {
        assertThat(MonolithEvents.read(message)).contains("type=rent.start", "aggregateType=rental");
        assertThat(MonolithEvents.tells(message))
                .contains(
                        "userId=8",
                        "kind=RENTED",
                        "Skoda Octavia Combi is rented from 1 to 3 March 2090. You earn €90.00.");
    }

    @Pact(consumer = MONOLITH)
    V4Pact hearsOfACancellation(MessagePactBuilder pact) {
        return pact.given("a user cancels a rental")
                .expectsToReceive("the event of a cancellation")
                .withMetadata(TOPIC)
                .withContent(rental("rent.cancel"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "hearsOfACancellation")
    void hearsOfACancellation(AsynchronousMessage message) {
        assertThat(MonolithEvents.read(message)).contains("type=rent.cancel", "aggregateType=rental");
        assertThat(MonolithEvents.tells(message))
                .contains("userId=8", "kind=CANCELLED", "€90.00 went back to the renter");
    }

    @Pact(consumer = MONOLITH)
    V4Pact hearsOfAReturn(MessagePactBuilder pact) {
        return pact.given("a user gives back what was rented")
                .expectsToReceive("the event of a return")
                .withMetadata(TOPIC)
                .withContent(event("rent.complete", SOURCES, "rental", "5", data -> rented(data)
                        .stringMatcher("from", DAY_FORM, "2090-03-01")
                        .stringMatcher("to", DAY_FORM, "2090-03-03")))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "hearsOfAReturn")
    void hearsOfAReturn(AsynchronousMessage message) {
        assertThat(MonolithEvents.read(message)).contains("type=rent.complete", "aggregateType=rental");
        assertThat(MonolithEvents.tells(message))
                .contains("userId=8", "kind=RETURNED", "Your Skoda Octavia Combi is back", "path=/rentals/5");
    }

    /** Renter and owner both hear of it. */
    @Pact(consumer = MONOLITH)
    V4Pact hearsOfADayLate(MessagePactBuilder pact) {
        return pact.given("a rented vehicle is not brought back")
                .expectsToReceive("the event of a day late")
                .withMetadata(TOPIC)
                .withContent(eventOfTime("rent.late", SOURCES, "rental", "5", data -> rented(data)
                        .stringMatcher("from", DAY_FORM, "2090-03-01")
                        .stringMatcher("to", DAY_FORM, "2090-03-03")
                        .stringMatcher("day", DAY_FORM, "2090-03-04")
                        .numberValue("lateDays", 1)
                        .numberValue("fee", 2000)))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "hearsOfADayLate")
    void hearsOfADayLate(AsynchronousMessage message) {
        assertThat(MonolithEvents.read(message)).contains("type=rent.late", "aggregateType=rental");
        assertThat(MonolithEvents.tells(message))
                .contains(
                        "userId=8, kind=LATE",
                        "Your Skoda Octavia Combi is one day late. You get a late fee of €20.00 for 4 March 2090.",
                        "userId=7, kind=LATE",
                        "Please bring back the Skoda Octavia Combi: it is one day late.");
    }

    private static DslPart rental(String type) {
        return event(type, SOURCES, "rental", "5", data -> rented(data)
                .stringValue("from", "2090-03-01")
                .stringValue("to", "2090-03-03"));
    }

    private static LambdaDslObject rented(LambdaDslObject data) {
        return data.object("item", item -> item.stringValue("type", "vehicle")
                        .integerType("id", 17)
                        .stringValue("title", "Skoda Octavia Combi"))
                .integerType("renterId", 7)
                .integerType("ownerId", 8)
                .numberValue("price", 9000)
                .stringValue("currency", "EUR");
    }
}
