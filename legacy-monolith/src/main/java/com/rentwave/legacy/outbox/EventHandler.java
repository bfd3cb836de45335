package com.rentwave.legacy.outbox;

import java.util.List;

/** Somebody who wants to hear of every event. */
public interface EventHandler {

    /**
     * Does what events cause, inside the transaction that also remembers that they were received: it happens once, or, when
     * this fails, not yet.
     *
     * @param events none that was handed over before, in the order of the changes they tell of
     */
    void handle(List<ReceivedEvent> events);

    /** Called when the transaction is committed. It may be called too rarely, so nothing but speed may depend on it. */
    default void committed() {}
}
