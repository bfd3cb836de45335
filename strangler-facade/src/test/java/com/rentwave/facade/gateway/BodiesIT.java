package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.facade.gateway.StandIn.Answer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;

class BodiesIT {

    private static final int LIMIT = 65536;
    private static final String TOO_LARGE = "{\"type\":\"urn:rentwave:problem:payload-too-large\"}";

    @AutoClose
    private static RunningFacade facade;

    @BeforeAll
    static void start() throws Exception {
        facade = new RunningFacade();
    }

    /** The backend looks at the sign-in first and at the size afterwards, as the real ones do. */
    @BeforeEach
    void reset() {
        facade.reset();
        facade.legacy.answers(asked -> {
            if (asked.header("Authorization") == null) {
                return Answer.of(401, "sign in");
            }
            return asked.body().length > LIMIT ? Answer.of(413, TOO_LARGE) : Answer.of(201, "made");
        });
    }

    private static String body(int length) {
        return "x".repeat(length);
    }

    @Test
    void passesABodyOfExactlyTheLimit() throws Exception {
        HttpResponse<String> answer =
                facade.send("POST", "/api/vehicles", body(LIMIT), "Authorization", "Bearer " + facade.token());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(facade.legacy.asked().get(0).text()).isEqualTo(body(LIMIT));
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 10_000_000})
    void leavesTheRefusalOfALargerBodyToTheBackend(int length) throws Exception {
        HttpResponse<String> answer =
                facade.send("POST", "/api/vehicles", body(length), "Authorization", "Bearer " + facade.token());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo(TOO_LARGE);
        assertThat(facade.legacy.asked().get(0).body()).hasSize(LIMIT + 1);
    }

    @Test
    void readsEveryLargeBodyToItsEnd() throws Exception {
        String large = body(11_000_000);
        for (int i = 0; i < 40; i++) {
            String method = i % 2 == 0 ? "PUT" : "POST";
            HttpResponse<String> answer =
                    facade.send(method, "/api/vehicles/1", large, "Authorization", "Bearer " + facade.token());

            assertThat(answer.statusCode()).as("number %d", i).isEqualTo(413);
        }
    }

    @Test
    void keepsTheOrderOfTheBackendsChecks() throws Exception {
        HttpResponse<String> answer = facade.send("POST", "/api/vehicles", body(10_000_000));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("sign in");
    }

    @Test
    void answersALargeBodyWithAForgedTokenBeforeAnythingElse() throws Exception {
        HttpResponse<String> answer =
                facade.send("POST", "/api/vehicles", body(10_000_000), "Authorization", "Bearer forged");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("invalid-token");
        assertThat(facade.legacy.asked()).isEmpty();
    }

    @Test
    void takesABodyWhoseLengthIsNotToldBeforehand() throws Exception {
        String token = facade.token("7", Instant.now().plusSeconds(60));

        HttpResponse<String> small =
                facade.http.send(chunked(token, Flux.just("{\"a\"", ":1}")), HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> large = facade.http.send(
                chunked(token, Flux.fromIterable(Collections.nCopies(100, body(1000)))),
                HttpResponse.BodyHandlers.ofString());

        assertThat(small.statusCode()).isEqualTo(201);
        assertThat(facade.legacy.asked().get(0).text()).isEqualTo("{\"a\":1}");
        assertThat(facade.legacy.asked().get(0).header("Content-Length")).isEqualTo("7");
        assertThat(large.statusCode()).isEqualTo(413);
    }

    private static HttpRequest chunked(String token, Flux<String> parts) {
        Flow.Publisher<ByteBuffer> bytes =
                JdkFlowAdapter.publisherToFlowPublisher(parts.map(part -> ByteBuffer.wrap(part.getBytes())));
        return HttpRequest.newBuilder(facade.uri("/api/vehicles"))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.fromPublisher(bytes))
                .build();
    }

    @Test
    void passesNoBodyOfARead() throws Exception {
        facade.send("GET", "/api/vehicles", "{}");

        assertThat(facade.legacy.asked().get(0).body()).isEmpty();
    }

    @Test
    void answersAHeadRequestWithoutABody() throws Exception {
        facade.legacy.answers(asked -> Answer.of(200, ""));

        HttpResponse<String> answer = facade.send("HEAD", "/api/vehicles", null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(facade.legacy.asked().get(0).method()).isEqualTo("HEAD");
        HttpResponse<String> refused = facade.send("HEAD", "/internal/health", null);
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).isEmpty();
    }

    @Test
    void passesAnUnchangedAnswerOn() throws Exception {
        facade.legacy.answers(asked -> Answer.of(304, "", "ETag", asked.header("If-None-Match")));

        HttpResponse<String> answer = facade.get("/api/vehicles/1", "If-None-Match", "\"1-a\"");

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.headers().firstValue("ETag")).contains("\"1-a\"");
        assertThat(answer.body()).isEmpty();
    }
}
