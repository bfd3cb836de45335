package com.rentwave.facade.gateway;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Collects a body up to the limit. Of a larger one nothing is kept: no backend may accept it, so what is sent in its
 * place is a body that is just too large and is no JSON. The backend then refuses in its own order and its own words
 * (401 before 404 before 413), without 10 MB travelling further.
 */
final class BodyBuffer {

    /** The largest body that a backend takes, in bytes. */
    static final int LIMIT = 65536;

    /** The largest body that is read to its end for the sake of an orderly answer. */
    static final long PATIENCE = 64L * 1024 * 1024;

    private static final byte[] TOO_LARGE = tooLarge();

    private ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long size;

    private static byte[] tooLarge() {
        byte[] body = new byte[LIMIT + 1];
        Arrays.fill(body, (byte) 'x');
        return body;
    }

    BodyBuffer add(DataBuffer part) {
        int length = part.readableByteCount();
        size += length;
        if (size > LIMIT) {
            kept = null;
        } else {
            byte[] bytes = new byte[length];
            part.read(bytes);
            kept.writeBytes(bytes);
        }
        DataBufferUtils.release(part);
        if (size > PATIENCE) {
            throw Problem.payloadTooLarge().asException();
        }
        return this;
    }

    /** What to send to a backend. */
    byte[] bytes() {
        return kept == null ? TOO_LARGE : kept.toByteArray();
    }
}
