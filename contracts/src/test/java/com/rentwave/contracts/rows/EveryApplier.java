package com.rentwave.contracts.rows;

import au.com.dius.pact.consumer.MessagePactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every applier relies on, whatever the rows are: one interaction of the pact of each. */
@ExtendWith(PactConsumerTestExt.class)
abstract class EveryApplier {

    /** An annotation cannot ask the class below: the pact is made in the name of its applier instead. */
    static final String APPLIER = "an applier";

    final RowTopic topic;
    final String applier;

    /** @param applier the name of the consumer */
    EveryApplier(RowTopic topic, String applier) {
        this.topic = topic;
        this.applier = applier;
    }

    @Pact(consumer = APPLIER)
    V4Pact passesABarrier(MessagePactBuilder pact) {
        return topic.barrier(pact.consumer(applier));
    }

    @Test
    @PactTestFor(pactMethod = "passesABarrier")
    void passesABarrier(AsynchronousMessage message) {
        RowTopic.passesABarrier(message);
    }

    @Pact(consumer = APPLIER)
    V4Pact movesOnWhenNothingOfTheApiHasChanged(MessagePactBuilder pact) {
        return topic.heartbeat(pact.consumer(applier));
    }

    @Test
    @PactTestFor(pactMethod = "movesOnWhenNothingOfTheApiHasChanged")
    void movesOnWhenNothingOfTheApiHasChanged(AsynchronousMessage message) {
        RowTopic.touchesNoRows(message);
    }
}
