package com.rentwave.facade.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Reads the positions that the monolith tells in one stream of events, in a comment before each event, and keeps the comment
 * from the stream's reader. They are told before the event is passed on, so whoever follows its link at once reads at least
 * what it is about. Bytes are passed on line by line. For one stream, one chunk at a time.
 */
final class StreamedPositions {

    private static final byte[] COMMENT = ": positions ".getBytes(StandardCharsets.US_ASCII);

    /** A longer line is passed on in pieces. */
    private static final int LONGEST_LINE = 64 * 1024;

    private final Consumer<String> told;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    StreamedPositions(Consumer<String> told) {
        this.told = told;
    }

    /** What is to be passed on of a chunk and of the line that was begun before it; perhaps nothing. Releases the chunk. */
    DataBuffer passed(DataBuffer chunk, DataBufferFactory buffers) {
        byte[] bytes = new byte[chunk.readableByteCount()];
        chunk.read(bytes);
        DataBufferUtils.release(chunk);
        ByteArrayOutputStream passed = new ByteArrayOutputStream(bytes.length);
        for (byte one : bytes) {
            line.write(one);
            if (one == '\n' || line.size() == LONGEST_LINE) {
                end(line.toByteArray(), passed);
                line.reset();
            }
        }
        return buffers.wrap(passed.toByteArray());
    }

    private void end(byte[] whole, ByteArrayOutputStream passed) {
        if (Arrays.mismatch(whole, COMMENT) != COMMENT.length) {
            passed.writeBytes(whole);
            return;
        }
        String positions = new String(whole, StandardCharsets.US_ASCII).substring(COMMENT.length);
        told.accept(positions.strip());
    }
}
