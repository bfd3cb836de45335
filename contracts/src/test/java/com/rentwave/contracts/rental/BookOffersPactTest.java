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

/** What renting relies on when it asks for the terms of a copy of a book. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "books", pactVersion = PactSpecVersion.V4)
class BookOffersPactTest {

    private static final OfferTerms TERMS = new OfferTerms(ItemType.BOOK, "advertId", "On Moving Monoliths", 150, 50);

    @Pact(consumer = NAME)
    V4Pact learnsTheTerms(PactDslWithProvider pact) {
        return TERMS.told(pact, "a user lends out a book", "the terms of a copy of a book", true);
    }

    @Test
    @PactTestFor(pactMethod = "learnsTheTerms")
    void learnsTheTerms(MockServer server) {
        TERMS.areRead(server, true);
    }

    @Pact(consumer = NAME)
    V4Pact learnsThatACopyIsPaused(PactDslWithProvider pact) {
        return TERMS.told(
                pact,
                "a user lends out a book that was changed in the meantime",
                "the terms of a paused copy of a book",
                false);
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatACopyIsPaused")
    void learnsThatACopyIsPaused(MockServer server) {
        TERMS.areRead(server, false);
    }

    @Pact(consumer = NAME)
    V4Pact learnsThatACopyIsNotThere(PactDslWithProvider pact) {
        return TERMS.unknown(pact, "the terms of a copy of a book that is not there");
    }

    @Test
    @PactTestFor(pactMethod = "learnsThatACopyIsNotThere")
    void learnsThatACopyIsNotThere(MockServer server) {
        TERMS.areRefused(server);
    }
}
