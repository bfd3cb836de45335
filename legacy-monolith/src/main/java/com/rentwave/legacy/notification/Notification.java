package com.rentwave.legacy.notification;

import com.rentwave.legacy.web.JsonText;
import com.rentwave.legacy.web.Times;
import java.time.LocalDateTime;

/**
 * Something a user was told.
 *
 * @param text one or two sentences
 * @param path the page to look at
 * @param positions where what it is about can be read, as {@code LocalPositions.all()} tells it; null when nobody knows
 * @param readAt null until the user has seen it
 */
record Notification(
        long id,
        long userId,
        Kind kind,
        String text,
        String path,
        String positions,
        LocalDateTime createdAt,
        LocalDateTime readAt) {

    JsonText write(JsonText json) {
        return json.object()
                .field("id", id)
                .field("kind", kind.name())
                .field("text", text)
                .field("path", path)
                .field("createdAt", Times.text(createdAt))
                .field("readAt", readAt == null ? null : Times.text(readAt))
                .end();
    }

    String json() {
        return write(new JsonText()).toString();
    }
}
