package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.Unpooled;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class StoppingStreamsIT {

    @Test
    void endsStreamsOfEventsWhenItStops() throws Exception {
        AtomicBoolean listening = new AtomicBoolean();
        DisposableServer monolith = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get("/api/notifications/stream", (request, response) -> response.sse()
                        .send(
                                Flux.just(Unpooled.copiedBuffer("data: one\n\n".getBytes()))
                                        .concatWith(Flux.never())
                                        .doOnSubscribe(s -> listening.set(true))
                                        .doOnCancel(() -> listening.set(false)),
                                buffer -> true)))
                .bindNow();
        RunningFacade facade = new RunningFacade("rentwave.backends.legacy-uri=http://127.0.0.1:" + monolith.port());
        HttpResponse<InputStream> answer = facade.http.send(
                facade.request("GET", "/api/notifications/stream", null, "Accept", "text/event-stream"),
                HttpResponse.BodyHandlers.ofInputStream());
        await("subscribed").untilTrue(listening);

        byte[] begun = ":\n\ndata: one\n\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(answer.body().readNBytes(begun.length)).isEqualTo(begun);

        facade.close();

        assertThat(answer.body().readAllBytes()).isEmpty();
        await("the monolith hears that nobody listens").untilFalse(listening);
        monolith.disposeNow(Duration.ofSeconds(30));
    }
}
