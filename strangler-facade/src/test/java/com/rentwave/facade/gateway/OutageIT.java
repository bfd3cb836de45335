package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rentwave.facade.api.SomeApis;
import com.rentwave.facade.gateway.StandIn.Answer;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class OutageIT {

    @AutoClose
    private static RunningFacade facade;

    @BeforeAll
    static void start() throws Exception {
        facade = new RunningFacade(
                "spring.cloud.gateway.server.webflux.httpclient.response-timeout=5s",
                "rentwave.apis.vehicles.uri=" + SomeApis.NOBODY);
    }

    @BeforeEach
    void reset() {
        facade.reset();
        facade.route(Phase.LEGACY, Owner.LEGACY, facade.epoch());
    }

    @DisplayName("rule 7: never sends a write again when the backend hangs up")
    @Test
    void neverSendsAWriteAgainWhenTheBackendHangsUp() throws Exception {
        facade.legacy.answers(asked -> Answer.hangUp());

        HttpResponse<String> answer = facade.send("POST", "/api/vehicles", "{}");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"type\":\"urn:rentwave:problem:backend-unavailable\",\"title\":\"Backend not available\",\"status\":502,"
                                + "\"detail\":\"The monolith did not answer. The change may or may not have been made: repeat it with the same Idempotency-Key.\","
                                + "\"instance\":\"/api/vehicles\"}");
        assertThat(facade.legacy.asked()).hasSize(1);
        assertThat(answer.headers().firstValue("RentWave-Idempotency-Key"))
                .contains(facade.legacy.asked().get(0).header("Idempotency-Key"));
    }

    @Test
    void neverSendsAWriteAgainOnAUsedConnectionThatBreaks() throws Exception {
        facade.get("/api/vehicles");
        facade.legacy.forget();
        facade.legacy.answers(asked -> Answer.hangUp());

        facade.send("PUT", "/api/vehicles/1", "{}");

        assertThat(facade.legacy.asked()).hasSize(1);
    }

    @DisplayName("rule 7: never sends a write again after a time-out")
    @Test
    void neverSendsAWriteAgainAfterATimeOut() throws Exception {
        facade.legacy.answersLater(asked -> Mono.never());

        HttpResponse<String> answer = facade.send("DELETE", "/api/vehicles/1", null);

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(facade.legacy.asked()).hasSize(1);
    }

    @Test
    void saysWhichPartDoesNotAnswer() throws Exception {
        facade.route(Phase.OWNED, Owner.SERVICE, facade.epoch() + 1);

        HttpResponse<String> read = facade.get("/api/vehicles");
        HttpResponse<String> write = facade.send("POST", "/api/vehicles", "{}", "Idempotency-Key", "mine");

        assertThat(read.statusCode()).isEqualTo(502);
        assertThat(read.body()).contains("\"detail\":\"The vehicle service did not answer. Try again.\"");
        assertThat(write.statusCode()).isEqualTo(502);
        assertThat(write.headers().firstValue("RentWave-Idempotency-Key")).contains("mine");
        assertThat(facade.legacy.asked()).isEmpty();
    }

    @Test
    void takesThePageOfAServerWithoutItsApplicationForAnOutage() throws Exception {
        facade.legacy.answers(asked -> Answer.of(404, "<html>", "Content-Type", "text/html;charset=UTF-8"));

        HttpResponse<String> read = facade.get("/api/vehicles");
        HttpResponse<String> write = facade.send("POST", "/api/vehicles", "{}", "Idempotency-Key", "mine");

        assertThat(read.statusCode()).isEqualTo(502);
        assertThat(read.body()).contains("\"detail\":\"The monolith did not answer. Try again.\"");
        assertThat(write.statusCode()).isEqualTo(502);
        assertThat(write.headers().firstValue("RentWave-Idempotency-Key")).contains("mine");
    }

    @Test
    void saysThatABackendBrokeOffInTheMiddleOfAShortAnswer() throws Exception {
        facade.legacy.answers(
                asked -> Answer.breakOff(201, "{\"id\":", "ETag", "\"1\"", "Content-Type", "application/json"));

        HttpResponse<String> read = facade.get("/api/vehicles");
        HttpResponse<String> write = facade.send("POST", "/api/vehicles", "{}", "Idempotency-Key", "mine");

        assertThat(read.statusCode()).isEqualTo(502);
        assertThat(read.body()).contains("\"detail\":\"The monolith did not answer. Try again.\"");
        assertThat(read.headers().firstValue("ETag")).isEmpty();
        assertThat(write.statusCode()).isEqualTo(502);
        assertThat(write.headers().firstValue("RentWave-Idempotency-Key")).contains("mine");
        assertThat(facade.legacy.asked()).hasSize(2);
    }

    @Test
    void saysThatABackendStoppedInTheMiddleOfAShortAnswer() throws Exception {
        facade.legacy.answers(asked -> Answer.stop(200, "{\"id\":"));

        HttpResponse<String> read = facade.get("/api/vehicles");

        assertThat(read.statusCode()).isEqualTo(502);
        assertThat(facade.legacy.asked()).hasSize(1);
    }

    @Test
    void endsTheConnectionWhenABackendBreaksOffInTheMiddleOfALongAnswer() {
        facade.legacy.answers(asked -> Answer.breakOff(200, "x".repeat(100_000)));

        assertThatThrownBy(() -> facade.get("/api/vehicles")).isInstanceOf(IOException.class);
    }

    @Test
    void passesOnWhateverTheBackendAnswers() throws Exception {
        facade.legacy.answers(
                asked -> Answer.of(503, "{}", "Content-Type", "application/problem+json", "Retry-After", "1"));

        HttpResponse<String> answer = facade.send("POST", "/api/vehicles", "{}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(facade.legacy.asked()).hasSize(1);
    }
}
