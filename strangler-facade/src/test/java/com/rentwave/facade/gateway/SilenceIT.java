package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Answers that begin and do not go on: whose fault it is decides what becomes of them. */
class SilenceIT {

    private static final int CHUNK = 64 * 1024;
    private static final int CHUNKS = 800;
    private static final Sinks.Many<String> EVENTS = Sinks.many().multicast().directBestEffort();
    private static final AtomicInteger SILENT = new AtomicInteger();

    private static DisposableServer monolith;
    private static RunningFacade facade;

    @BeforeAll
    static void start() throws Exception {
        monolith = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get(
                                "/silent",
                                (request, response) -> response.send(
                                        Flux.just(text("half "))
                                                .concatWith(Flux.never())
                                                .doOnSubscribe(s -> SILENT.incrementAndGet())
                                                .doFinally(end -> SILENT.decrementAndGet()),
                                        buffer -> true))
                        .get("/api/notifications/stream", (request, response) -> response.sse()
                                .send(EVENTS.asFlux().map(event -> text("data: " + event + "\n\n")), buffer -> true))
                        .get(
                                "/large",
                                (request, response) -> response.send(
                                        Flux.range(0, CHUNKS).map(i -> Unpooled.wrappedBuffer(new byte[CHUNK])),
                                        buffer -> true)))
                .bindNow();
        facade = new RunningFacade(
                "rentwave.backends.legacy-uri=http://127.0.0.1:" + monolith.port(),
                "rentwave.load.requests=2",
                "spring.cloud.gateway.server.webflux.httpclient.response-timeout=2s");
    }

    @AfterAll
    static void stop() throws Exception {
        // In this order: the facade takes the loops that both run on with it.
        monolith.disposeNow(Duration.ofSeconds(30));
        facade.close();
    }

    private static ByteBuf text(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    }

    private static void silence() {
        CompletableFuture<HttpResponse<String>> answer = facade.sendAsync("GET", "/silent", null);
        assertThatThrownBy(() -> answer.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void endsAnAnswerThatABackendDoesNotEndAndFreesItsPlace() throws Exception {
        silence();
        silence();
        silence();

        await("the backend is let go").until(() -> SILENT.get() == 0);
    }

    @Test
    void bearsAClientThatReadsSlowly() throws Exception {
        HttpResponse<InputStream> answer =
                facade.http.send(facade.request("GET", "/large", null), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream slow = answer.body()) {
            assertThat(slow.readNBytes(CHUNK)).hasSize(CHUNK);
            silence();
            silence();

            assertThat(slow.readAllBytes()).hasSize(CHUNK * (CHUNKS - 1));
        }
    }

    @Test
    void bearsAStreamOfEventsInWhichNothingHappens() throws Exception {
        HttpResponse<InputStream> answer = facade.http.send(
                facade.request("GET", "/api/notifications/stream", null, "Accept", "text/event-stream"),
                HttpResponse.BodyHandlers.ofInputStream());
        await("subscribed").until(() -> EVENTS.currentSubscriberCount() == 1);
        try (InputStream events = answer.body()) {
            silence();
            silence();
            EVENTS.tryEmitNext("one").orThrow();

            byte[] all = ":\n\ndata: one\n\n".getBytes(StandardCharsets.US_ASCII);
            assertThat(events.readNBytes(all.length)).isEqualTo(all);
        }
    }
}
