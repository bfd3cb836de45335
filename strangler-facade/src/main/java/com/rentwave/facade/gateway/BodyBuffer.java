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
    private final BodyRoom.Share share;
    private boolean large;

    /**
     * @param announced the length that the client told beforehand; negative when it did not
     * @param share the room that what is kept is taken from
     */
    BodyBuffer(long announced, BodyRoom.Share share) {
        this.share = share;
        this.large = announced > LIMIT;
    }

    private static byte[] tooLarge() {
        byte[] body = new byte[LIMIT + 1];
        Arrays.fill(body, (byte) 'x');
        return body;
    }

    /** @throws ProblemException when there is no room for it */
    void add(DataBuffer part) {
        try {
            int length = part.readableByteCount();
            large = large || kept.size() + length > LIMIT;
            if (large) {
                return;
            }
            if (!share.take(length)) {
                throw Problem.overloaded().asException();
            }
            byte[] bytes = new byte[length];
            part.read(bytes);
            kept.writeBytes(bytes);
        } finally {
            DataBufferUtils.release(part);
        }
    }

    boolean isTooLarge() {
        return large;
    }

    /** What to send to a backend. */
    byte[] bytes() {
        return large ? TOO_LARGE : kept.toByteArray();
    }
}
