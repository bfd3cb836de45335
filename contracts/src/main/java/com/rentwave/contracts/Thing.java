package com.rentwave.contracts;

import java.io.IOException;

/**
 * Something that somebody has added at a provider.
 *
 * @param owner who has
 * @param path its address
 * @param id as the provider says it
 * @param body what was sent
 * @param etag as it was when it was added
 */
record Thing(Person owner, String path, String id, String body, String etag) {

    /** It is not on offer for a while; leaves the tag behind. */
    void pause() throws IOException {
        owner.put(path + "/availability", "{\"available\":false}");
    }

    /** It is saved as it was; leaves the tag behind. */
    void save() throws IOException {
        owner.put(path, body, "If-Match", etag);
    }

    void remove() throws IOException {
        owner.delete(path);
    }
}
