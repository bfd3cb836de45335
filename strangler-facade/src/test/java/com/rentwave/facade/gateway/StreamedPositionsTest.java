package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

class StreamedPositionsTest {

    private static final String STREAM = ": welcome\n\n: positions a=1 b=2\nevent: notification\nid: 5\n"
            + "data: {\"text\":\"für : positions c=3\"}\n\n:\n\n: positions a=4\ndata: {}\n\n";

    private final DefaultDataBufferFactory buffers = new DefaultDataBufferFactory();
    private final List<String> told = new ArrayList<>();
    private final StreamedPositions positions = new StreamedPositions(told::add);

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 64, 1_000})
    void tellsPositionsAndKeepsThemFromTheReaderHoweverTheStreamIsCut(int piece) {
        byte[] bytes = STREAM.getBytes(StandardCharsets.UTF_8);
        StringBuilder passed = new StringBuilder();
        for (int from = 0; from < bytes.length; from += piece) {
            int length = Math.min(piece, bytes.length - from);
            DataBuffer chunk = buffers.allocateBuffer(length).write(bytes, from, length);
            passed.append(positions.passed(chunk, buffers).toString(StandardCharsets.UTF_8));
        }

        assertThat(told).containsExactly("a=1 b=2", "a=4");
        assertThat(passed)
                .hasToString(STREAM.replace(": positions a=1 b=2\n", "").replace(": positions a=4\n", ""));
    }
}
