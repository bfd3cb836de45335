package com.rentwave.workload.rows;

import com.rentwave.workload.api.Answer;

/** Offers what a row is made into. Every request it sends must be one that can be sent again. */
@FunctionalInterface
public interface RowOffer<T> {

    /**
     * @param sender the owner
     * @param key what the Idempotency-Key of each request begins with; the same whenever this row is offered
     * @return the last answer, or the first one that is not as it should be
     */
    Answer offer(PatientSender sender, T thing, String key) throws InterruptedException;
}
