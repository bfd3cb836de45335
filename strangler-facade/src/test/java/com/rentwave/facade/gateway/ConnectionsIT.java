package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.gateway.StandIn.Answer;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What a client may do with one connection. */
class ConnectionsIT {

    private static final String GET = "GET /api/vehicles HTTP/1.1\r\nHost: rentwave\r\n\r\n";
    private static final byte[] LARGE = new byte[11_000_000];

    @AutoClose
    private static RunningFacade facade;

    private final Sinks.One<Answer> slow = Sinks.one();

    @BeforeAll
    static void start() throws Exception {
        facade = new RunningFacade();
    }

    /** Reads are answered when a test says so, writes at once. */
    @BeforeEach
    void reset() {
        facade.reset();
        facade.legacy.answersLater(asked -> asked.method().equals("GET")
                ? slow.asMono()
                : Mono.just(asked.body().length > BodyBuffer.LIMIT ? Answer.of(413, "large") : Answer.of(201, "made")));
    }

    private static String put(long length, String... headers) {
        return "PUT /api/vehicles/1 HTTP/1.1\r\nHost: rentwave\r\nContent-Length: " + length + "\r\n"
                + String.join("", headers) + "\r\n";
    }

    private static CompletableFuture<RawClient> sending(RawClient client, byte[] body) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return client.send(body);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void answerTheRead() {
        await("the read has arrived").until(() -> !facade.legacy.asked().isEmpty());
        slow.tryEmitValue(Answer.of(200, "read"));
    }

    @Test
    void readsABodyInManyPartsThatCameWhileAnotherAnswerWasDue() throws Exception {
        try (RawClient client = new RawClient(facade.port())) {
            client.send(GET)
                    .send("PUT /api/vehicles/1 HTTP/1.1\r\nHost: rentwave\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 200; i++) {
                client.chunk("x".repeat(300));
            }
            answerTheRead();
            assertThat(client.answer().body()).isEqualTo("read");

            for (int i = 0; i < 10; i++) {
                client.chunk("y".repeat(300));
            }
            client.send("0\r\n\r\n");

            assertThat(client.answer().status()).isEqualTo(201);
            assertThat(facade.legacy.asked().get(1).text()).isEqualTo("x".repeat(60_000) + "y".repeat(3_000));
        }
    }

    @Test
    void readsOnAfterALargeBodyThatCameWhileAnotherAnswerWasDue() throws Exception {
        try (RawClient client = new RawClient(facade.port())) {
            client.send(GET + put(LARGE.length));
            CompletableFuture<RawClient> sent = sending(client, LARGE);
            answerTheRead();

            assertThat(client.answer().body()).isEqualTo("read");
            assertThat(client.answer().status()).isEqualTo(413);
            sent.join().send(GET);
            assertThat(client.answer().body()).isEqualTo("read");
        }
    }

    @Test
    void readsOnAfterARequestThatIsAnsweredAtOnceAndCameWhileAnotherAnswerWasDue() throws Exception {
        try (RawClient client = new RawClient(facade.port())) {
            client.send(GET + GET.replace("/api/vehicles", "/internal/health"));
            answerTheRead();

            assertThat(client.answer().body()).isEqualTo("read");
            assertThat(client.answer().status()).isEqualTo(404);
            client.send(GET);
            assertThat(client.answer().body()).isEqualTo("read");
        }
    }

    @Test
    void answersABodyThatIsTooLargeBeforeItHasCome() throws Exception {
        try (RawClient client = new RawClient(facade.port())) {
            client.send(put(LARGE.length)).send(new byte[1000]);

            assertThat(client.answer().status()).isEqualTo(413);
        }
    }

    @Test
    void goesOnWithTheConnectionOfARefusedLargeBody() throws Exception {
        slow.tryEmitValue(Answer.of(200, "read"));
        try (RawClient client = new RawClient(facade.port())) {
            client.send(put(LARGE.length, "Authorization: Bearer forged\r\n"));
            CompletableFuture<RawClient> sent = sending(client, LARGE);

            assertThat(client.answer().status()).isEqualTo(401);
            sent.join().send(put(2)).send("{}");
            assertThat(client.answer().status()).isEqualTo(201);
            client.send(GET);
            assertThat(client.answer().body()).isEqualTo("read");
        }
    }

    /** A connection that is closed with unread bytes is reset, and the answer may be lost. */
    @Test
    void closesTheConnectionOfARefusedLargeBodyWithoutLosingTheAnswer() throws Exception {
        try (RawClient client = new RawClient(facade.port())) {
            client.send(put(LARGE.length, "Connection: close\r\n"));
            CompletableFuture<RawClient> sent = sending(client, LARGE);

            assertThat(sent.join().answer().status()).isEqualTo(413);
            assertThat(client.ended()).isTrue();
        }
    }

    @Test
    void readsNoBodyWithoutEnd() throws Exception {
        try (RawClient client = new RawClient(facade.port())) {
            client.send(put(Long.MAX_VALUE));

            assertThat(client.answer().status()).isEqualTo(413);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            client.send(LARGE);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesALargeBodyBeforeAClientThatAsksFirstSendsIt() throws Exception {
        try (RawClient client = new RawClient(facade.port())) {
            client.send(put(LARGE.length, "Expect: 100-continue\r\n"));

            assertThat(client.answer().status()).isEqualTo(413);
            assertThat(client.ended()).isTrue();
        }
    }

    @Test
    void asksAClientThatAsksFirstForItsBody() throws Exception {
        try (RawClient client = new RawClient(facade.port())) {
            client.send(put(2, "Expect: 100-continue\r\n"));
            assertThat(client.answer().status()).isEqualTo(100);
            client.send("{}");

            assertThat(client.answer().status()).isEqualTo(201);
            assertThat(facade.legacy.asked().get(0).text()).isEqualTo("{}");
        }
    }
}
