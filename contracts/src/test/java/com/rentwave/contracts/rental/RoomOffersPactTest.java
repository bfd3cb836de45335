package com.rentwave.contracts.rental;

import static com.rentwave.contracts.rental.RentalService.NAME;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.rentwave.rental.ItemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What renting relies on when it asks for the terms of a room. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "rooms", pactVersion = PactSpecVersion.V4)
class RoomOffersPactTest {

    private static final OfferTerms TERMS = new OfferTerms(ItemType.ROOM, "roomId", "Room with a view", 6000, 2000);

    @Pact(consumer = NAME)
    V4Pact learnsTheTerms(PactDslWithProvider pact) {
        return TERMS.told(pact, "a user has a room", "the terms of a room", true);
    }

    @Test
    @PactTestFor(pactMethod = "learnsTheTerms")
    void learnsTheTerms(MockServer server) {
        TERMS.areRead(server, true);
    }

    @Pact(consumer = NAME)
    V4Pact learnsThatARoomIsPaused(PactDslWithProvider pact) {
        return TERMS.told(
                pact, "a user has a room that was changed in the meantime", "the terms of a paused room", false);
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatARoomIsPaused")
    void learnsThatARoomIsPaused(MockServer server) {
        TERMS.areRead(server, false);
    }

    @Pact(consumer = NAME)
    V4Pact learnsThatARoomIsNotThere(PactDslWithProvider pact) {
        return TERMS.unknown(pact, "the terms of a room that is not there");
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatARoomIsNotThere")
    void learnsThatARoomIsNotThere(MockServer server) {
        TERMS.areRefused(server);
    }
}
