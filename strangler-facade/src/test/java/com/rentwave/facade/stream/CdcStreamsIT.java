package com.rentwave.facade.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The client of cdc's control API against a small HTTP server. */
class CdcStreamsIT {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String body = "{}";
    private HttpServer server;
    private Streams streams;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        streams = new CdcStreams(
                HttpClient.newHttpClient(),
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                "secret",
                new JsonMapper());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsTheStateOfBothStreams() throws Exception {
        body = """
            {"armed":true,"forward":{"state":"STREAMING","reason":null,"publishedLsn":"0/1A2B3C8","lagBytes":120},
             "reverse":{"state":"FAILED","reason":"the slot is lost","publishedLsn":null,"lagBytes":null},
             "applier":{"state":"RUNNING","reason":null,"nextOffset":12,"appliedLsn":"0/1"},"later":"unknown"}
            """;

        StreamsState state = streams.state("vehicles");

        assertThat(asked).containsExactly("GET /streams/vehicles Bearer secret");
        assertThat(state.armed()).isTrue();
        assertThat(state.forward().lagBytes()).isEqualTo(120);
        assertThat(state.reverse().lagBytes()).isNull();
        assertThat(state.reverse().isStreaming()).isFalse();
        assertThat(state.applier().isRunning()).isTrue();
    }

    @Test
    void comparesRowsChangedSinceAnInstant() throws Exception {
        body = """
            {"compared":5,"differences":[{"table":"t_veh","key":"7","legacy":{"veh_id":7},"service":null}],
             "clean":false,"startedAt":"2026-11-20T09:00:00Z"}
            """;

        Reconciliation found =
                streams.reconcile("vehicles", Instant.parse("2026-11-20T08:59:00.5Z"), Duration.ofSeconds(5));

        assertThat(asked).containsExactly("POST /reconcile/vehicles?since=2026-11-20T08%3A59%3A00.500Z Bearer secret");
        assertThat(found.clean()).isFalse();
        assertThat(found.sentence()).isEqualTo("5 rows compared, 1 differs: t_veh 7");
    }

    @Test
    void provesThatAllRowsAreEqualFromTheLastTimeTheyWere() throws Exception {
        body = """
            {"compared":5,"differences":[],"clean":true,"startedAt":"2026-11-20T09:00:00Z",
             "provenAt":"2026-11-20T08:58:03.25Z"}
            """;

        Reconciliation found = streams.prove("vehicles", Duration.ofSeconds(5));

        assertThat(asked).containsExactly("POST /prove/vehicles Bearer secret");
        assertThat(found.clean()).isTrue();
        assertThat(found.sentence())
                .isEqualTo("5 rows compared, all equal; all others are as they were at 2026-11-20T08:58:03Z, when they"
                        + " were equal");
    }

    @Test
    void tellsWhenAllKeptAnswersWereLookedAt() throws Exception {
        body = """
            {"compared":5,"differences":[],"clean":true,"startedAt":"2026-11-20T09:00:00Z",
             "provenAt":"2026-11-20T08:58:03.25Z","expiringProvenAt":"2026-11-20T08:57:10.5Z"}
            """;

        assertThat(streams.prove("vehicles", Duration.ofSeconds(5)).sentence())
                .isEqualTo("5 rows compared, all equal; all others are as they were at 2026-11-20T08:58:03Z, when they"
                        + " were equal (of the kept answers among them, all were looked at at 2026-11-20T08:57:10Z)");
    }

    @Test
    void failsWithTheDetailOfAProblem() {
        status = 503;
        body = "{\"detail\":\"A database does not answer\"}";

        assertThatIOException()
                .isThrownBy(() -> streams.mapping("vehicles"))
                .withMessageContaining("503")
                .withMessageContaining("A database does not answer");
    }

    @Test
    void failsOnAnAnswerThatCannotBeRead() {
        body = "<html>";

        assertThatIOException().isThrownBy(() -> streams.state("vehicles")).withMessageContaining("cannot be read");
    }

    @Test
    void failsWhenTheAnswerTakesTooLong() {
        server.removeContext("/");
        server.createContext("/", exchange -> {
            // No answer.
        });

        assertThatIOException().isThrownBy(() -> streams.reconcile("vehicles", null, Duration.ofMillis(200)));
    }

    @Test
    void tellsWhyCdcIsUnwell() throws Exception {
        assertThat(streams.unhealthyReason()).isNull();
        status = 503;
        body = "{\"status\":\"DOWN\",\"reason\":\"Kafka is away\"}";

        assertThat(streams.unhealthyReason()).isEqualTo("Kafka is away");
    }
}
