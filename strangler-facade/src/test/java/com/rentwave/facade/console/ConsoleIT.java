package com.rentwave.facade.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.cutover.Coordinator;
import com.rentwave.sync.Side;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operator API over HTTP, in the whole facade as it is started in the product. */
class ConsoleIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @AutoClose
    private static ConsoleFacade facade;

    @BeforeAll
    static void start() throws IOException {
        facade = new ConsoleFacade();
    }

    private record Answer(int status, JsonNode json, HttpResponse<String> raw) {}

    private static Answer ask(String path) throws Exception {
        return send(
                path,
                HttpRequest.newBuilder(console(path)).header("Authorization", "Bearer " + ConsoleFacade.OPERATOR));
    }

    private static Answer post(String path, String body) throws Exception {
        return send(
                path,
                HttpRequest.newBuilder(console(path))
                        .header("Authorization", "Bearer " + ConsoleFacade.OPERATOR)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static Answer send(String path, HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer =
                HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        boolean json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
        return new Answer(answer.statusCode(), json ? JSON.readTree(answer.body()) : null, answer);
    }

    private static URI console(String path) {
        return facade.console(path);
    }

    private static JsonNode move(String to) throws Exception {
        Answer ordered = post("/migration/vehicles/moves", "{\"to\":\"" + to + "\",\"name\":\" Änne O'Neill \"}");
        assertThat(ordered.status()).as(ordered.raw().body()).isEqualTo(202);
        long id = ordered.json().get("move").asLong();
        await("the move ends").atMost(Duration.ofSeconds(60)).until(() -> !ask("/migration/moves/" + id)
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
    void showsEveryContractAgainstEveryProviderThatRuns() throws Exception {
        JsonNode matrix = ask("/contracts/matrix").json();

        assertThat(matrix.valueStream()
                        .map(row -> row.get("consumer").asString() + " of "
                                + row.get("provider").asString() + ' '
                                + row.get("build").asString()))
                .containsExactly(
                        "rentwave-web of legacy-monolith 1111111111111111",
                        "rentwave-web of vehicle-service 2222222222222222");
        assertThat(matrix.get(0).propertyNames()).contains("pactHash", "verified", "at", "state", "reason");
        assertThat(HTTP.send(
                                HttpRequest.newBuilder(console("/contracts.js")).build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("contracts/matrix");
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
        assertThat(certificate.get("gates").size()).isEqualTo(15);
        assertThat(certificate.get("newOwner").asString()).isEqualTo("service");
        assertThat(certificate.get("orderedBy").toString())
                .isEqualTo("{\"role\":\"operator\",\"way\":\"bearer token\",\"name\":\"Änne O'Neill\"}");
        assertThat(there.get("orderedBy")).isEqualTo(certificate.get("orderedBy"));

        JsonNode back = move("LEGACY");

        assertThat(back.get("state").asString()).as(back.toString()).isEqualTo("DONE");
        assertThat(facade.sides.ownership(Side.LEGACY)).isEqualTo("legacy 2");
        assertThat(ask("/migration/moves?api=vehicles").json().get(0).get("id")).isEqualTo(back.get("id"));
    }

    @Test
    void ordersNoRetirementThatWasNotMeantAndNoneOnTheWay() throws Exception {
        Answer slip = post("/migration/vehicles/moves", "{\"to\":\"RETIRED\"}");
        Answer wrong = post("/migration/vehicles/moves", "{\"to\":\"RETIRED\",\"confirm\":\"yes\"}");
        Answer early = post("/migration/vehicles/moves", "{\"to\":\"RETIRED\",\"confirm\":\"vehicles RETIRED\"}");
        JsonNode asked = ask("/migration/vehicles/can-advance?to=RETIRED").json();

        assertThat(slip.status()).isEqualTo(400);
        assertThat(slip.json().get("detail").asString())
                .contains("there is no way back", "Nothing was ordered", "vehicles RETIRED");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.json().get("type").asString()).endsWith(":no-such-move");
        assertThat(asked.get("allowed").asBoolean()).isFalse();
        assertThat(asked.get("reasons").get(0).get("reason").asString())
                .contains("RETIRED is entered by a move of its own, from OWNED");
    }

    @Test
    void ordersNothingThatLeadsAwayFromRetired() throws Exception {
        JdbcTemplate migration = new JdbcTemplate(facade.sides.migration());
        String set = "UPDATE route SET phase = ?, version = version + 1 WHERE api = 'vehicles'";
        String before = ask("/migration").json().get("apis").get(0).get("phase").asString();
        migration.update(set, "RETIRED");
        try {
            Answer back = post("/migration/vehicles/moves", "{\"to\":\"LEGACY\"}");
            Answer plan = post("/migration/vehicles/moves", "{\"to\":\"LEGACY\",\"dryRun\":true}");

            for (Answer answer : List.of(back, plan)) {
                assertThat(answer.status()).isEqualTo(409);
                assertThat(answer.json().get("type").asString()).endsWith(":point-of-no-return");
                assertThat(answer.json().get("detail").asString()).contains("the monolith never takes it back");
            }
        } finally {
            migration.update(set, before);
        }
    }

    @Test
    void answersNobodyWithoutTheOperatorToken() throws Exception {
        for (String path :
                new String[] {"/migration", "/migration/moves/1", "/contracts/verifications", "/contracts/matrix"}) {
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
        assertThat(plan.json().get("phases").valueStream().map(phase -> phase.get("to")
                        .asString()))
                .containsExactly("SYNCED", "SHADOW", "CANARY", "READS", "OWNED");
        assertThat(plan.json().get("phases").get(0).get("gates"))
                .isEqualTo(plan.json().get("gates"));
        assertThat(gates(plan.json(), 4)).containsAll(gates(plan.json(), 0)).contains("reconciliation", "contracts");
        assertThat(ask("/migration/vehicles/plan?to=OWNED").json().get("steps"))
                .isEqualTo(plan.json().get("steps"));
        assertThat(ask("/migration").json().get("apis").get(0).get("running").isNull())
                .isTrue();
    }

    private static List<String> gates(JsonNode plan, int phase) {
        return plan.get("phases")
                .get(phase)
                .get("gates")
                .valueStream()
                .map(gate -> gate.get("gate").asString())
                .toList();
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
        assertThat(post("/migration/vehicles/moves", "{\"to\":\"SYNCED\",\"name\":\"<b>\"}")
                        .status())
                .isEqualTo(400);
        assertThat(post("/migration/vehicles/moves", "{\"to\":\"SYNCED\",\"name\":\"" + "x".repeat(41) + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(post("/migration/boats/moves", "{\"to\":\"SYNCED\"}").status())
                .isEqualTo(404);
        assertThat(post("/migration/vehicles/moves", "{\"to\":\"LEGACY\"}").status())
                .isEqualTo(409);
        assertThat(ask("/migration/moves/999999").status()).isEqualTo(404);
        assertThat(ask("/nothing").status()).isEqualTo(404);
        assertThat(post("/migration/vehicles/moves", " ".repeat(16_000_000)).status())
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
        HttpResponse<String> outside = HTTP.send(
                HttpRequest.newBuilder(facade.site("/migration"))
                        .header("Authorization", "Bearer " + ConsoleFacade.OPERATOR)
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
