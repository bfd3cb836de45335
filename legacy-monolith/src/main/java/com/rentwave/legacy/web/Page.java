package com.rentwave.legacy.web;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** One page of a list, {@code {"items":[…],"nextCursor":…}}. */
public final class Page {

    private Page() {}

    /**
     * @param found the items of the page, and one more when there is another page
     * @param cursor of the page behind an item
     */
    public static <T> String json(List<T> found, int limit, BiConsumer<JsonText, T> write, Function<T, String> cursor) {
        List<T> items = found.subList(0, Math.min(found.size(), limit));
        JsonText json = new JsonText().object().name("items").array();
        items.forEach(item -> write.accept(json, item));
        return json.end()
                .field("nextCursor", found.size() > limit ? cursor.apply(items.get(limit - 1)) : null)
                .end()
                .toString();
    }
}
