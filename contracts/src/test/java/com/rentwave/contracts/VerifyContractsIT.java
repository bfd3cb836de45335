package com.rentwave.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the verification says of a provider that answers as told here; the real ones are verified by the system tests. */
class VerifyContractsIT {

    private static final String PACT = """
            {"consumer":{"name":"tester"},"provider":{"name":"things"},
             "interactions":[
              {"type":"Synchronous/HTTP","description":"a look at a thing","pending":false,
               "request":{"method":"GET","path":"/api/things/1"},
               "response":{"status":200,"headers":{"ETag":["\\"1\\""]},
                "body":{"content":{"name":"lamp"},"contentType":"application/json","encoded":false}}},
              {"type":"Synchronous/HTTP","description":"a look at nothing","pending":false,
               "request":{"method":"GET","path":"/api/things/2"},
               "response":{"status":404}}],
             "metadata":{"pactSpecification":{"version":"4.0"}}}""";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream explanations = new ByteArrayOutputStream();
    private final List<String> recorded = new CopyOnWriteArrayList<>();
    private HttpServer provider;
    private Broker broker;
    private String name = "lamp";
    private String etag = "\"1\"";
    private String build = "b1";

    @BeforeEach
    void startProvider() throws IOException {
        System.setProperty("pact_do_not_track", "true");
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext(
                "/internal/build",
                exchange -> answer(exchange, 200, "{\"component\":\"shop\",\"build\":\"" + build + "\"}"));
        provider.createContext("/api/things/1", exchange -> {
            exchange.getResponseHeaders().set("ETag", etag);
            answer(exchange, 200, "{\"name\":\"" + name + "\"}");
        });
        provider.createContext("/contracts/verifications", exchange -> {
            recorded.add(exchange.getRequestHeaders().getFirst("Authorization")
                    + ' '
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, 201, "{}");
        });
        provider.start();
        Files.writeString(folder.resolve("tester-things.json"), PACT);
        Files.writeString(folder.resolve("token.txt"), "secret\n");
    }

    @AfterEach
    void stopProvider() {
        provider.stop(0);
    }

    @Test
    void recordsAProviderThatKeepsItsContract() throws IOException {
        int status = verify(
                "--record-to",
                url(),
                "--token-file",
                folder.resolve("token.txt").toString());

        assertThat(status).isZero();
        JsonNode line = Http.JSON.readTree(out.toString());
        assertThat(line.path("consumer").asText()).isEqualTo("tester");
        assertThat(line.path("provider").asText()).isEqualTo("shop");
        assertThat(line.path("build").asText()).isEqualTo("b1");
        assertThat(line.path("pactHash").asText())
                .isEqualTo(PactFile.read(folder.resolve("tester-things.json")).hash());
        assertThat(line.path("verified").asBoolean()).isTrue();
        assertThat(line.path("at").asText()).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(line.path("failures")).isEmpty();
        assertThat(line.path("pactProvider").asText()).isEqualTo("things");
        assertThat(line.path("interactions").path("a look at a thing").asText()).matches("[0-9a-f]{64}");
        assertThat(recorded).containsExactly("Bearer secret " + out.toString().strip());
        assertThat(explanations.toString()).contains("2 of 2 interactions kept");
    }

    @Test
    void namesInteractionExpectationAndAnswerOfWhatIsNotKept() throws IOException {
        name = "chair";
        etag = "\"2\"";

        int status = verify();

        assertThat(status).isEqualTo(1);
        JsonNode line = Http.JSON.readTree(out.toString());
        assertThat(line.path("verified").asBoolean(true)).isFalse();
        assertThat(line.path("failures")).hasSize(1);
        assertThat(explanations.toString())
                .contains("1 of 2 interactions kept", "✗ a look at a thing")
                .contains("header ETag: expected \"1\", actual \"2\"")
                .contains("body $.name: expected lamp, actual chair")
                .contains("request   GET /api/things/1")
                .contains("expected  200", "{\"name\":\"lamp\"}")
                .contains("actual    200", "{\"name\":\"chair\"}");
        assertThat(explanations.toString().lines()).hasSizeLessThan(40);
    }

    @Test
    void doesNotTakeOneComponentForAnother() {
        assertThat(run("--pacts", folder.toString(), "--provider", "vehicle-service", "--url", url()))
                .isEqualTo(2);
        assertThat(explanations.toString()).contains("answers \"shop\", not vehicle-service");
    }

    @Test
    void verifiesNothingWhenThereIsNoPact() throws IOException {
        assertThat(verify("--api", "rentals")).isEqualTo(2);
        assertThat(explanations.toString()).contains("there is no pact to verify");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aFileThatIsNoPactIsNotPassedOver() throws IOException {
        Files.writeString(folder.resolve("broken.json"), "{");

        assertThat(verify()).isEqualTo(2);
        assertThat(explanations.toString()).contains("broken.json is not a pact");
    }

    @Test
    void saysWhenTheProviderDoesNotAnswer() {
        provider.stop(0);

        assertThat(verify()).isEqualTo(2);
        assertThat(explanations.toString()).contains("does not answer");
    }

    @Test
    void tellsABrokerOfPactAndVerification() throws IOException {
        try (BrokerStandIn standIn = new BrokerStandIn()) {
            broker = Broker.of(Map.of("PACT_BROKER_URL", standIn.url(), "PACT_BROKER_TOKEN", "secret"));
            String hash = PactFile.read(folder.resolve("tester-things.json")).hash();

            assertThat(verify()).as(explanations.toString()).isZero();

            assertThat(standIn.pacts()).containsExactly("tester " + hash + " with things");
            assertThat(standIn.canIDeploy("tester", hash, "things", "shop-b1")).isTrue();
            assertThat(standIn.canIDeploy("tester", hash, "things", "shop-b2")).isFalse();
            assertThat(standIn.tokens()).containsOnly("Bearer secret");
        }
    }

    @Test
    void tellsABrokerOfABrokenPact() throws IOException {
        try (BrokerStandIn standIn = new BrokerStandIn()) {
            broker = Broker.of(Map.of("PACT_BROKER_URL", standIn.url()));
            name = "chair";

            assertThat(verify()).isEqualTo(1);

            String hash = PactFile.read(folder.resolve("tester-things.json")).hash();
            assertThat(standIn.canIDeploy("tester", hash, "things", "shop-b1")).isFalse();
            assertThat(standIn.verifications()).hasSize(1);
        }
    }

    @Test
    void doesNotPassOverABrokerThatDoesNotAnswer() {
        broker = Broker.of(Map.of("PACT_BROKER_URL", "http://127.0.0.1:9"));

        assertThat(verify()).isEqualTo(2);
        assertThat(explanations.toString()).contains("the broker does not take tester-things.json");
    }

    @Test
    void aPendingContractNeitherFailsNorCounts() throws IOException {
        Files.writeString(folder.resolve("tester-things.json"), PACT.replace("\"pending\":false", "\"pending\":true"));
        name = "chair";

        assertThat(verify()).isZero();
        assertThat(Http.JSON.readTree(out.toString()).path("verified").asBoolean(true))
                .isFalse();
        assertThat(explanations.toString()).contains("(pending)", "1 of 2 interactions kept");
    }

    private int verify(String... more) {
        List<String> words =
                new ArrayList<>(List.of("--pacts", folder.toString(), "--provider", "shop", "--url", url()));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private int run(String... words) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC);
        return new VerifyContracts(clock, new PrintStream(out, true), new PrintStream(explanations, true), broker)
                .run(words);
    }

    private String url() {
        return "http://127.0.0.1:" + provider.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
