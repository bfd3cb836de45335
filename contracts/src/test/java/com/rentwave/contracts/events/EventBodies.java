package com.rentwave.contracts.events;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.core.model.matchingrules.NullMatcher;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import java.util.Map;
import java.util.function.Consumer;

/** Events as the monolith expects them. */
final class EventBodies {

    static final String MONOLITH = "legacy-monolith";
    static final Map<String, Object> TOPIC = Map.of("topic", "rentwave.events");

    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String TIME_FORM = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z";

    private EventBodies() {}

    /**
     * An event that somebody has caused.
     *
     * @param sources who may tell it, as an expression
     * @param aggregate the kind of thing, and an id as an example
     */
    static DslPart event(String type, String sources, String aggregate, String id, Consumer<LambdaDslObject> data) {
        return event(type, sources, aggregate, id, o -> o.integerType("actor", 7), data);
    }

    /** An event that only time has caused. */
    static DslPart eventOfTime(
            String type, String sources, String aggregate, String id, Consumer<LambdaDslObject> data) {
        return event(type, sources, aggregate, id, o -> o.nullValue("actor"), data);
    }

    private static DslPart event(
            String type,
            String sources,
            String aggregate,
            String id,
            Consumer<LambdaDslObject> actor,
            Consumer<LambdaDslObject> data) {
        return newJsonBody(o -> {
                    o.and("id", "0d6f3c0e-8a53-4c3b-9b53-5f2c1d3f8a11", form(UUID_FORM), TypeMatcher.INSTANCE);
                    o.stringValue("type", type);
                    o.and("time", "2026-11-20T09:00:00.123456Z", form(TIME_FORM), TypeMatcher.INSTANCE);
                    o.and("source", "legacy", form(sources), TypeMatcher.INSTANCE);
                    o.object("aggregate", thing -> {
                        thing.stringValue("type", aggregate);
                        thing.and("id", id, form("\\d+"), TypeMatcher.INSTANCE);
                    });
                    actor.accept(o);
                    o.or("trace", "0af7651916cd43dd8448eb211c80319c", NullMatcher.INSTANCE, form("[0-9a-f]{32}"));
                    o.object("data", data);
                })
                .build();
    }

    /** What is told of something on offer. */
    static void offer(LambdaDslObject o, String change, String title, long pricePerDay, boolean available) {
        o.stringValue("change", change)
                .integerType("ownerId", 7)
                .stringValue("title", title)
                .numberValue("pricePerDay", pricePerDay)
                .stringValue("currency", "EUR")
                .booleanValue("available", available);
    }

    static RegexMatcher form(String regex) {
        return new RegexMatcher(regex);
    }
}
