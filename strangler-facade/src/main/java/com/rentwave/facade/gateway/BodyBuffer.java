package com.rentwave.facade.gateway;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Collects a body up to the limit. Of a larger one nothing is kept: no backend may accept it, so what is sent in its
 * place is a body that is just too large and is no JSON. The backend then refuses in its own order and its own words
 * (401 before 404 before 413), at once and without 10 MB travelling further.
 */
final class BodyBuffer {

    /** The largest body that a backend takes, in bytes. */
    static final int LIMIT = 65536;

    private static final byte[] TOO_LARGE = tooLarge();

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean large;

    /** @param announced the length that the client told beforehand; negative when it did not */
    BodyBuffer(long announced) {
        this.large = announced > LIMIT;
    }

    private static byte[] tooLarge() {
        byte[] body = new byte[LIMIT + 1];
        Arrays.fill(body, (byte) 'x');
        return body;
    }

    void add(DataBuffer part) {
        large = large || kept.size() + part.readableByteCount() > LIMIT;
        if (!large) {
            byte[] bytes = new byte[part.readableByteCount()];
            part.read(bytes);
            kept.writeBytes(bytes);
        }
        DataBufferUtils.release(part);
    }

    boolean isTooLarge() {
        return large;
    }

    /** What to send to a backend. */
    byte[] bytes() {
        return large ? TOO_LARGE : kept.toByteArray();
    }
}
