package com.rentwave.contracts.rows;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MessagePactBuilder;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.rentwave.sync.RowRecord;
import org.junit.jupiter.api.Test;

/** What an applier relies on whose rows are copied first: the beginning and the end of the copy. */
abstract class EveryCopyingApplier extends EveryApplier {

    EveryCopyingApplier(RowTopic topic, String applier) {
        super(topic, applier);
    }

    @Pact(consumer = APPLIER)
    V4Pact forgetsWhatItHasBeforeAFirstCopy(MessagePactBuilder pact) {
        return topic.copyBegins(pact.consumer(applier));
    }

    @Test
    @PactTestFor(pactMethod = "forgetsWhatItHasBeforeAFirstCopy")
    void forgetsWhatItHasBeforeAFirstCopy(AsynchronousMessage message) {
        assertThat(RowTopic.read(message).touchesRows()).isTrue();
    }

    @Pact(consumer = APPLIER)
    V4Pact knowsWhenTheFirstCopyIsComplete(MessagePactBuilder pact) {
        return topic.copyEnds(pact.consumer(applier));
    }

    @Test
    @PactTestFor(pactMethod = "knowsWhenTheFirstCopyIsComplete")
    void knowsWhenTheFirstCopyIsComplete(AsynchronousMessage message) {
        assertThat(RowTopic.read(message).kind()).isEqualTo(RowRecord.Kind.SNAPSHOT_END);
    }
}
