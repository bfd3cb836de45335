package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class StreamingIT {

    private static final int CHUNK = 64 * 1024;
    private static final int CHUNKS = 1600;
    private static final Sinks.Many<String> EVENTS = Sinks.many().multicast().directBestEffort();
    private static final AtomicLong SENT = new AtomicLong();
    private static final AtomicBoolean CANCELLED = new AtomicBoolean();

    private static DisposableServer monolith;
    private static RunningFacade facade;

    @BeforeAll
    static void start() throws Exception {
        monolith = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get("/api/notifications/stream", (request, response) -> response.sse()
                                .send(EVENTS.asFlux().map(event -> text("data: " + event + "\n\n")), buffer -> true))
                        .get(
                                "/large",
                                (request, response) -> response.send(
                                        Flux.range(0, CHUNKS)
                                                .map(i -> Unpooled.wrappedBuffer(new byte[CHUNK]))
                                                .doOnNext(buffer -> SENT.incrementAndGet())
                                                .doOnCancel(() -> CANCELLED.set(true)),
                                        buffer -> true)))
                .bindNow();
        facade = new RunningFacade("rentwave.backends.legacy-uri=http://127.0.0.1:" + monolith.port());
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

    private static InputStream open(String path) throws Exception {
        HttpResponse<InputStream> answer =
                facade.http.send(facade.request("GET", path, null), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void passesHeadersAndEachEventOnAtOnceAndEndsWhenTheClientLeaves() throws Exception {
        HttpResponse<InputStream> answer = listen();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        await("subscribed").until(() -> EVENTS.currentSubscriberCount() == 1);
        try (BufferedReader events = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(events.readLine()).as("a comment").isEqualTo(":");
            assertThat(events.readLine()).isEmpty();
            EVENTS.tryEmitNext("one").orThrow();
            assertThat(events.readLine()).isEqualTo("data: one");
            EVENTS.tryEmitNext("two").orThrow();
            assertThat(events.readLine()).isEmpty();
            assertThat(events.readLine()).isEqualTo("data: two");
        }

        await("the monolith hears that the client left").until(() -> EVENTS.currentSubscriberCount() == 0);
    }

    @DisplayName("rule 31: who is told of something by the stream reads at least that, whoever answers")
    @Test
    void asksTheCopyToHaveWhatAStreamTold() throws Exception {
        long epoch = facade.epoch() + 1;
        facade.route(Phase.READS, Owner.LEGACY, epoch);
        String position = "legacy:" + epoch + ":7000000000000000001:1:0/300";
        String bearer = "Bearer " + facade.token("31", Instant.now().plusSeconds(600));
        HttpResponse<InputStream> answer = listen("Authorization", bearer);
        await("subscribed").until(() -> EVENTS.currentSubscriberCount() == 1);
        try (BufferedReader events = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            EVENTS.tryEmitNext("one\n\n: positions rentals=nothing vehicles=" + position + "\ndata: two")
                    .orThrow();
            assertThat(List.of(
                            events.readLine(),
                            events.readLine(),
                            events.readLine(),
                            events.readLine(),
                            events.readLine()))
                    .containsExactly(":", "", "data: one", "", "data: two");
        }

        facade.get("/api/vehicles/1", "Authorization", bearer);
        facade.get("/api/vehicles/1", "Authorization", "Bearer " + facade.token());

        assertThat(facade.service.asked())
                .as("the one who was told, and somebody else")
                .extracting(asked -> asked.header("RentWave-Await"))
                .containsExactly(position, null);
    }

    private static HttpResponse<InputStream> listen(String... headers) throws Exception {
        List<String> all = new ArrayList<>(List.of("Accept", "text/event-stream"));
        all.addAll(List.of(headers));
        CompletableFuture<HttpResponse<InputStream>> answer = facade.http.sendAsync(
                facade.request("GET", "/api/notifications/stream", null, all.toArray(String[]::new)),
                HttpResponse.BodyHandlers.ofInputStream());
        return answer.get(30, TimeUnit.SECONDS);
    }

    @Test
    void passesALargeDownloadOnAsFastAsTheClientTakesIt() throws Exception {
        try (InputStream slow = open("/large")) {
            assertThat(slow.readNBytes(CHUNK)).hasSize(CHUNK);
            await("the sender is slowed down").during(Duration.ofMillis(300)).until(SENT::get, sent -> sent < CHUNKS);
        }
        await("the sender is stopped").untilTrue(CANCELLED);

        try (InputStream whole = open("/large")) {
            assertThat(whole.readAllBytes()).hasSize(CHUNK * CHUNKS);
        }
    }
}
