package com.rentwave.facade.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.cutover.Coordinator;
import com.rentwave.facade.cutover.FakeBackends;
import com.rentwave.facade.cutover.FakeStreams;
import com.rentwave.facade.cutover.StandInStream;
import com.rentwave.facade.cutover.TwoSides;
import com.rentwave.sync.Side;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operator API over HTTP, in the whole facade as it is started in the product. */
class ConsoleIT {

    private static final String TOKEN = "let me in";
    private static final JsonMapper JSON = new JsonMapper();
    private static final FakeStreams STREAMS = new FakeStreams();
    private static final FakeBackends BACKENDS = new FakeBackends();

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TwoSides sides;
    private static StandInStream forward;
    private static StandInStream reverse;
    private static ReactiveWebServerApplicationContext facade;

    /** Everything the product starts, but for the processes the coordinator asks. */
    @EnableAutoConfiguration
    @ConfigurationPropertiesScan("com.rentwave.facade")
    @ComponentScan(
            basePackages = "com.rentwave.facade",
            excludeFilters =
                    @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = SpringBootConfiguration.class))
    static class WithoutProcesses {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        @Primary
        FakeStreams fakeStreams() {
            return STREAMS;
        }

        @Bean
        @Primary
        FakeBackends fakeBackends() {
            return BACKENDS;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        sides = new TwoSides();
        forward = new StandInStream(sides, Side.LEGACY);
        reverse = new StandInStream(sides, Side.SERVICE);
        Path pacts = Files.createTempDirectory("pacts");
        Files.writeString(pacts.resolve("rentwave-web-vehicles.json"), Coordinator.PACT);
        facade = (ReactiveWebServerApplicationContext) new SpringApplicationBuilder(WithoutProcesses.class)
                .run(
                        "--server.port=0",
                        "--rentwave.console.port=0",
                        "--rentwave.console.operator-token=" + TOKEN,
                        "--spring.datasource.url=" + sides.migrationUrl(),
                        "--rentwave.cutover.legacy-database-url=" + sides.url(Side.LEGACY),
                        "--rentwave.cutover.vehicles-database-url=" + sides.url(Side.SERVICE),
                        "--rentwave.cutover.gate-patience=0ms",
                        "--rentwave.cutover.pacts-folder=" + pacts);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        facade.close();
        forward.close();
        reverse.close();
    }

    private record Answer(int status, JsonNode json, HttpResponse<String> raw) {}

    private static Answer ask(String path) throws Exception {
        return send(path, HttpRequest.newBuilder(console(path)).header("Authorization", "Bearer " + TOKEN));
    }

    private static Answer post(String path, String body) throws Exception {
        return send(
                path,
                HttpRequest.newBuilder(console(path))
                        .header("Authorization", "Bearer " + TOKEN)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static Answer send(String path, HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        boolean json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
        return new Answer(answer.statusCode(), json ? JSON.readTree(answer.body()) : null, answer);
    }

    private static URI console(String path) {
        return URI.create(
                "http://127.0.0.1:" + facade.getBean(ConsoleServer.class).port() + path);
    }

    private static JsonNode move(String to) throws Exception {
        Answer ordered = post("/migration/vehicles/moves", "{\"to\":\"" + to + "\"}");
        assertThat(ordered.status()).as(ordered.raw().body()).isEqualTo(202);
        long id = ordered.json().get("move").asLong();
        await("the move ends").atMost(Duration.ofSeconds(30)).until(() -> !ask("/migration/moves/" + id)
                .json()
                .get("state")
                .asString()
                .equals("RUNNING"));
        return ask("/migration/moves/" + id).json();
    }

    private static void verify(String provider, String build) throws Exception {
        Answer recorded =
                post("/contracts/verifications", """
                    {"consumer":"rentwave-web","provider":"%s","build":"%s","pactHash":"%s","verified":true,
                     "at":"2026-11-20T09:00:00Z","failures":[]}
                    """.formatted(provider, build, Coordinator.hash(Coordinator.PACT)));
        assertThat(recorded.status()).isEqualTo(201);
    }

    @Test
    void movesAnApiToOwnedAndBackAndTellsHow() throws Exception {
        JsonNode refused = move("READS");
        assertThat(refused.get("state").asString()).isEqualTo("REFUSED");
        assertThat(refused.get("reason").asString()).contains("rentwave-web", "vehicle-service", "2222222222222222");
        verify("legacy-monolith", "1111111111111111");
        verify("vehicle-service", "2222222222222222");

        JsonNode there = move("OWNED");

        assertThat(there.get("state").asString()).as(there.toString()).isEqualTo("DONE");
        assertThat(there.get("epoch").asLong()).isEqualTo(1);
        assertThat(there.get("steps").valueStream().map(step -> step.get("step").asString()))
                .contains("FENCE", "DRAIN", "HAND_OVER", "SWITCH", "ROUTE", "VERIFY");
        JsonNode api = ask("/migration").json().get("apis").get(0);
        assertThat(api.get("phase").asString()).isEqualTo("OWNED");
        assertThat(api.get("owner").asString()).isEqualTo("service");
        assertThat(api.get("running").isNull()).isTrue();
        JsonNode certificate = ask("/migration/moves/" + there.get("id").asLong() + "/certificates")
                .json()
                .get(0);
        assertThat(certificate.get("gates").size()).isEqualTo(14);
        assertThat(certificate.get("newOwner").asString()).isEqualTo("service");

        JsonNode back = move("LEGACY");

        assertThat(back.get("state").asString()).as(back.toString()).isEqualTo("DONE");
        assertThat(sides.ownership(Side.LEGACY)).isEqualTo("legacy 2");
        assertThat(ask("/migration/moves?api=vehicles").json().get(0).get("id")).isEqualTo(back.get("id"));
    }

    @Test
    void answersNobodyWithoutTheOperatorToken() throws Exception {
        for (String path : new String[] {"/migration", "/migration/moves/1", "/contracts/verifications"}) {
            Answer without = send(path, HttpRequest.newBuilder(console(path)));
            Answer wrong = send(path, HttpRequest.newBuilder(console(path)).header("Authorization", "Bearer let me"));

            assertThat(without.status()).isEqualTo(401);
            assertThat(wrong.status()).isEqualTo(401);
            assertThat(wrong.json().get("type").asString()).isEqualTo("urn:rentwave:problem:unauthenticated");
        }
    }

    @Test
    void tellsWhetherAnApiCanAdvanceAndWhyNot() throws Exception {
        JsonNode answer = ask("/migration/vehicles/can-advance?to=OWNED").json();

        assertThat(answer.get("allowed").asBoolean()).isFalse();
        assertThat(answer.get("reasons").valueStream().map(reason -> reason.get("gate")
                        .asString()))
                .contains("streams-healthy", "guard-coverage");
        assertThat(ask("/migration/vehicles/can-advance?to=LEGACY")
                        .json()
                        .get("reasons")
                        .get(0)
                        .get("reason")
                        .asString())
                .contains("no move leads from LEGACY to LEGACY");
    }

    @Test
    void describesADryRunAndStartsNothing() throws Exception {
        Answer plan = post("/migration/vehicles/moves", "{\"to\":\"OWNED\",\"dryRun\":true}");

        assertThat(plan.status()).isEqualTo(200);
        assertThat(plan.json().get("steps").size()).isEqualTo(20);
        assertThat(plan.json().get("steps").valueStream().map(step -> step.get("description")
                        .asString()))
                .noneMatch(String::isBlank);
        assertThat(ask("/migration").json().get("apis").get(0).get("running").isNull())
                .isTrue();
    }

    @Test
    void refusesOrdersThatMakeNoSense() throws Exception {
        assertThat(post("/migration/vehicles/moves", "{").status()).isEqualTo(400);
        assertThat(post("/migration/vehicles/moves", "").status()).isEqualTo(400);
        assertThat(post("/migration/vehicles/moves", "{\"to\":\"NOWHERE\"}").status())
                .isEqualTo(400);
        assertThat(post("/migration/vehicles/moves", "{\"to\":\"SYNCED\",\"force\":true}")
                        .status())
                .isEqualTo(400);
        assertThat(post("/migration/boats/moves", "{\"to\":\"SYNCED\"}").status())
                .isEqualTo(404);
        assertThat(post("/migration/vehicles/moves", "{\"to\":\"LEGACY\"}").status())
                .isEqualTo(409);
        assertThat(ask("/migration/moves/999999").status()).isEqualTo(404);
        assertThat(ask("/nothing").status()).isEqualTo(404);
        assertThat(post("/migration/vehicles/moves", " ".repeat(1_000_000)).status())
                .isEqualTo(400);
        assertThat(post("/contracts/verifications", "{\"consumer\":\"rentwave-web\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void servesItsPageOnItsOwnPortOnly() throws Exception {
        HttpResponse<String> page =
                HTTP.send(HttpRequest.newBuilder(console("/")).build(), HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> script =
                HTTP.send(HttpRequest.newBuilder(console("/console.js")).build(), HttpResponse.BodyHandlers.ofString());
        int publicPort = facade.getWebServer().getPort();
        HttpResponse<String> outside = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + publicPort + "/migration"))
                        .header("Authorization", "Bearer " + TOKEN)
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("migration console");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(outside.statusCode()).isNotEqualTo(200);
        assertThat(outside.body()).doesNotContain("\"apis\"");
    }

    @Test
    void tellsItsHealthToEverybody() throws Exception {
        Answer health = send("/health", HttpRequest.newBuilder(console("/health")));

        assertThat(health.json().get("status").asString()).isEqualTo("UP");
    }
}
