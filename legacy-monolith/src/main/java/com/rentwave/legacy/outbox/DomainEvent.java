package com.rentwave.legacy.outbox;

import java.util.Objects;

/**
 * Something that happened, in the words of the product.
 *
 * @param type {@code rent.start} and the like
 * @param aggregateType the kind of thing it happened to; events of one thing stay in order
 * @param aggregateId the thing's id, or a book's ISBN
 * @param actor id of the user who did it; null when a timer did
 * @param data one JSON object
 */
public record DomainEvent(String type, String aggregateType, String aggregateId, Long actor, String data) {

    public DomainEvent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(aggregateType, "aggregateType");
        Objects.requireNonNull(aggregateId, "aggregateId");
        Objects.requireNonNull(data, "data");
    }

    /** An event of something that has a number. */
    public static DomainEvent of(String type, String aggregateType, long aggregateId, Long actor, String data) {
        return new DomainEvent(type, aggregateType, Long.toString(aggregateId), actor, data);
    }
}
