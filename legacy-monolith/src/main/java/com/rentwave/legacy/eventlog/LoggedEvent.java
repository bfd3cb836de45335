package com.rentwave.legacy.eventlog;

import com.rentwave.legacy.web.JsonText;
import com.rentwave.legacy.web.Times;
import java.time.LocalDateTime;

/**
 * An event in the log.
 *
 * @param number its place in the log
 * @param actor id of the user who did it; null when a timer did
 * @param trace 32 hex digits, or null
 * @param data one JSON object
 */
record LoggedEvent(
        long number,
        String id,
        String type,
        LocalDateTime time,
        String source,
        String aggregateType,
        String aggregateId,
        Long actor,
        String trace,
        String data) {

    void write(JsonText json) {
        json.object()
                .field("id", id)
                .field("type", type)
                .field("time", Times.text(time))
                .field("source", source)
                .name("aggregate")
                .object()
                .field("type", aggregateType)
                .field("id", aggregateId)
                .end()
                .name("actor")
                .raw(String.valueOf(actor))
                .field("trace", trace)
                .name("data")
                .raw(data)
                .end();
    }
}
