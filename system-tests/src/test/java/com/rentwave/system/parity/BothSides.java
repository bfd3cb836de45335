package com.rentwave.system.parity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the monolith, the service and the facade before each of them have answered to the same cases has to be the same. */
interface BothSides {

    String MONOLITH = "monolith";
    String SERVICE = "service";
    String FACADE_BEFORE = "facade before";
    String FACADE_AFTER = "facade after";

    /** The answers by who gave them. */
    Answers answers();

    /** What each side answered, by the names of the cases. */
    final class Answers {

        private final Map<String, Map<String, String>> transcripts = new LinkedHashMap<>();

        void add(String side, Map<String, String> transcript) {
            transcripts.put(side, transcript);
        }

        Map<String, String> of(String side) {
            return transcripts.get(side);
        }

        private void assertSame(String other) {
            Transcript.assertSame(of(MONOLITH), of(other), other);
        }
    }

    @Test
    default void theServiceAnswersLikeTheMonolith() {
        answers().assertSame(SERVICE);
    }

    @Test
    default void theFacadeAnswersLikeTheMonolithBehindIt() {
        answers().assertSame(FACADE_BEFORE);
    }

    @Test
    default void theFacadeAnswersTheSameAfterTheFlip() {
        answers().assertSame(FACADE_AFTER);
    }
}
