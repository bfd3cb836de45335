package com.rentwave.workload.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RawLoadTest {

    @Test
    void asksOverKeptConnectionsAndCountsEveryAnswer() throws Exception {
        try (ServerSocket server = ConstantBackend.listen(0)) {
            Thread backend = new Thread(() -> {
                try {
                    new ConstantBackend("{}").answer(server);
                } catch (IOException closed) {
                    // the test has ended
                }
            });
            backend.start();

            RawLoad.Result result = new RawLoad(
                            URI.create("http://127.0.0.1:" + server.getLocalPort() + "/api/vehicles/1"), Requests.PLAIN)
                    .run(4, Duration.ofSeconds(1));

            assertThat(result.answered())
                    .isGreaterThan(4)
                    .isEqualTo(result.times().count());
            assertThat(result.others()).isZero();
            assertThat(result.times().at(0.5)).isPositive();
        }
    }

    @Test
    void readsAnswersOfAnyLengthToTheirEnd() throws IOException {
        InputStream in = new ByteArrayInputStream(("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc"
                        + "HTTP/1.1 503 Not now\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n"
                        + "HTTP/1.1 204 Nothing\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));

        assertThat(RawLoad.answer(in)).isEqualTo(200);
        assertThat(RawLoad.answer(in)).isEqualTo(503);
        assertThat(RawLoad.answer(in)).isEqualTo(204);
        assertThat(in.read()).isEqualTo(-1);
    }
}
