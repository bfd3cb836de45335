package com.rentwave.facade.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.rentwave.facade.contract.ContractRow.State;
import com.rentwave.facade.contract.Verdicts.Verdict;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The broker's word on a pact and a build, as its matrix gives it. */
class BrokerVerdictsTest {

    private static final String HASH = "ab".repeat(32);
    private static final PactFile PACT =
            new PactFile("rentwave-web", "vehicles", HASH, false, false, Map.of("a look", "00"));

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer broker;
    private int status = 200;
    private String answer;
    private boolean known;

    @BeforeEach
    void start() throws IOException {
        broker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        broker.createContext("/", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("Authorization")
                    + ' '
                    + exchange.getRequestURI().getPath()
                    + '?'
                    + URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/hal+json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        broker.start();
    }

    @AfterEach
    void stop() {
        broker.stop(0);
    }

    private Verdict ask(PactFile pact) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + broker.getAddress().getPort());
        return new BrokerVerdicts(HttpClient.newHttpClient(), uri, "secret", new NoRecord(), new JsonMapper())
                .on(pact, "vehicle-service", "22");
    }

    @Test
    void asksForExactlyThisPactAndThisBuild() throws Exception {
        answer = """
                {"summary":{"deployable":true,"reason":"All is well"},
                 "matrix":[{"verificationResult":{"success":true,"verifiedAt":"2026-11-20T10:00:00+01:00"}}]}""";

        Verdict verdict = ask(PACT);

        assertThat(verdict.state()).isEqualTo(State.KEPT);
        assertThat(verdict.at()).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(asked)
                .containsExactly("Bearer secret /matrix?q[][pacticipant]=rentwave-web&q[][version]=" + HASH
                        + "&q[][pacticipant]=vehicles&q[][version]=vehicle-service-22&latestby=cvpv");
    }

    @Test
    void tellsWhyTheBrokerSaysNo() throws Exception {
        answer = """
                {"summary":{"deployable":false,"reason":"The verification failed"},
                 "matrix":[{"verificationResult":{"success":false,"verifiedAt":"2026-11-20T10:00:00+01:00"}}]}""";

        assertThat(ask(PACT).state()).isEqualTo(State.BROKEN);
        assertThat(ask(PACT).reason()).contains("The verification failed", "\"a look\"");
    }

    @Test
    void takesUnknownForNo() throws Exception {
        answer = "{\"summary\":{\"deployable\":null,\"reason\":\"There is no verified pact\"},\"matrix\":[]}";

        assertThat(ask(PACT).state()).isEqualTo(State.UNVERIFIED);
        assertThat(ask(PACT).reason()).contains("There is no verified pact");
    }

    @Test
    void doesNotTakeDeployableForVerifiedWhenNoVerificationIsTold() throws Exception {
        answer = "{\"summary\":{\"deployable\":true},\"matrix\":[]}";

        assertThat(ask(PACT).state()).isEqualTo(State.UNVERIFIED);
    }

    @Test
    void failsWhenTheBrokerDoes() {
        answer = "<html>";
        assertThatIOException().isThrownBy(() -> ask(PACT)).withMessageContaining("not JSON");

        status = 502;
        assertThatIOException().isThrownBy(() -> ask(PACT)).withMessageContaining("answers 502");
    }

    @Test
    void doesNotAskAboutAPendingContractOfANewConsumer() throws Exception {
        answer = "{\"summary\":{\"deployable\":false},\"matrix\":[]}";
        PactFile pending = new PactFile("new", "vehicles", HASH, false, true, Map.of());

        assertThat(ask(pending).state()).isEqualTo(State.PENDING);
        known = true;
        assertThat(ask(pending).state()).isEqualTo(State.UNVERIFIED);
    }

    /** The record here, of which only one thing is asked. */
    private final class NoRecord implements Verifications {

        @Override
        public void add(Verification verification) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Verification> newest(String pactHash, String provider, String build) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Verification> newestKept(String consumer, String pactProvider, String provider) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean everKept(String consumer, String pactProvider) {
            return known;
        }

        @Override
        public List<Verification> newest(int limit) {
            throw new UnsupportedOperationException();
        }
    }
}
