package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.gateway.StandIn.Answer;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Sinks;

@ExtendWith(OutputCaptureExtension.class)
class ResilienceIT {

    private static final int REQUESTS = 5;
    private static final int STREAMS = 2;

    @AutoClose
    private static RunningFacade facade;

    @BeforeAll
    static void start() throws Exception {
        facade = new RunningFacade(
                "rentwave.load.requests=" + REQUESTS,
                "rentwave.load.streams=" + STREAMS,
                "rentwave.load.bodies=100KB",
                "rentwave.hold.size=10B");
    }

    @BeforeEach
    void reset() {
        facade.reset();
        facade.route(Phase.READS, Owner.LEGACY, facade.epoch());
    }

    @Test
    void refusesRequestsAtOnceWhenTooManyAreUnderWay() throws Exception {
        assertThatNoMoreAreTakenThan(REQUESTS);
    }

    /** Anybody can say that he wants a stream, whatever he asks for: that is no way around the bound. */
    @Test
    void refusesStreamsAtOnceWhenTooManyAreOpen() throws Exception {
        assertThatNoMoreAreTakenThan(STREAMS, "Accept", "text/event-stream");
        facade.reset();
        assertThatNoMoreAreTakenThan(STREAMS, "Accept", "application/json, text/event-stream");
    }

    private static void assertThatNoMoreAreTakenThan(int most, String... headers) throws Exception {
        Sinks.One<Answer> later = Sinks.one();
        facade.service.answersLater(asked -> later.asMono());
        facade.legacy.answersLater(asked -> later.asMono());
        List<CompletableFuture<HttpResponse<String>>> running = new ArrayList<>();
        running.add(facade.sendAsync("GET", "/api/books", null, headers));
        for (int i = 1; i < most; i++) {
            running.add(facade.sendAsync("GET", "/api/vehicles/" + i, null, headers));
        }
        await("all are under way")
                .until(() ->
                        facade.service.asked().size() + facade.legacy.asked().size() == most);

        HttpResponse<String> refused =
                facade.sendAsync("GET", "/api/vehicles", null, headers).get(30, TimeUnit.SECONDS);
        later.tryEmitValue(Answer.of(200, "late"));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        for (CompletableFuture<HttpResponse<String>> answer : running) {
            assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        await("a place is free")
                .until(() -> facade.get("/api/vehicles", headers).statusCode() == 200);
    }

    /** It takes a while until it is known that it hangs. */
    @Test
    void aBackendThatHangsLeavesPlacesToTheOthers() throws Exception {
        Sinks.One<Answer> later = Sinks.one();
        facade.service.answersLater(asked -> later.asMono());
        List<CompletableFuture<HttpResponse<String>>> running = new ArrayList<>();
        for (int i = 1; i < REQUESTS; i++) {
            running.add(facade.sendAsync("GET", "/api/vehicles/" + i, null));
        }
        await("all wait").until(() -> facade.service.asked().size() == REQUESTS - 1);

        HttpResponse<String> refused =
                facade.sendAsync("GET", "/api/vehicles", null).get(30, TimeUnit.SECONDS);
        HttpResponse<String> books = facade.get("/api/books");
        later.tryEmitValue(Answer.of(200, "late"));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.body()).contains("The vehicle service is busy. Nothing was changed; try again.");
        assertThat(books.statusCode()).isEqualTo(200);
        for (CompletableFuture<HttpResponse<String>> answer : running) {
            assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        await("a place is free").until(() -> facade.get("/api/vehicles").statusCode() == 200);
    }

    @Test
    void holdsNoMoreBytesThanTheBound() throws Exception {
        facade.legacy.answers(asked -> Answer.of(421, "{}", "RentWave-Epoch", Long.toString(facade.epoch() + 1)));

        HttpResponse<String> refused = facade.send("POST", "/api/vehicles", "{\"more\":\"than ten bytes\"}");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(facade.holds().held("vehicles")).isZero();
    }

    /** Anybody may begin a write, and not end it. */
    @Test
    void keepsNoMoreOfAllBodiesThanTheBound(CapturedOutput output) throws Exception {
        String body = "x".repeat(60_000);
        try (Socket slow = new Socket("127.0.0.1", facade.port())) {
            slow.getOutputStream()
                    .write(("POST /api/vehicles HTTP/1.1\r\nHost: rentwave\r\nContent-Length: 60001\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));

            HttpResponse<String> refused = await("the room is taken")
                    .until(() -> facade.send("POST", "/api/vehicles", body), answer -> answer.statusCode() == 503);

            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(facade.send("POST", "/api/vehicles", "{}").statusCode()).isEqualTo(200);
            assertThat(facade.legacy.asked()).allMatch(asked -> asked.body().length < 60_001);
        }
        await("the room is free")
                .until(() -> facade.send("POST", "/api/vehicles", body).statusCode() == 200);
        assertThat(output).as("a client that leaves is nobody's mistake").doesNotContain("unforeseen");
    }

    @Test
    void refusesAtOnceWhatABackendWouldNotAnswerAndNoticesThatItIsBack() throws Exception {
        facade.service.answers(asked -> Answer.hangUp());
        HttpResponse<String> open = await("the breaker opens")
                .until(() -> facade.get("/api/vehicles"), answer -> answer.statusCode() == 503);

        assertThat(open.headers().firstValue("Retry-After")).contains("1");
        assertThat(facade.get("/api/rentals").statusCode()).isEqualTo(200);

        facade.service.answers(asked -> Answer.of(200, "back"));
        await("the breaker closes").until(() -> facade.get("/api/vehicles").statusCode() == 200);
    }

    @Test
    void passesCompressedAnswersOnAsTheyAre() throws Exception {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write("{\"items\":[]}".getBytes());
        }
        facade.service.answers(asked -> new Answer(
                200, new TreeMap<>(Map.of("Content-Encoding", "gzip")), compressed.toByteArray(), StandIn.Ending.WELL));

        HttpResponse<byte[]> answer = facade.http.send(
                facade.request("GET", "/api/vehicles", null, "Accept-Encoding", "gzip"),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(facade.service.asked().get(0).header("Accept-Encoding")).isEqualTo("gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.body()).isEqualTo(compressed.toByteArray());
    }
}
