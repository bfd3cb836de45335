package com.rentwave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Whom the commands name as the one who orders, and who is told to have ordered. */
class OrdererTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MOVE = "{\"id\":%d,\"api\":\"vehicles\",\"from\":\"READS\",\"to\":\"OWNED\","
            + "\"state\":\"DONE\",\"reason\":%s,\"orderedBy\":%s,\"startedAt\":\"2026-11-20T09:00:00Z\"}";

    private final StringWriter out = new StringWriter();
    private final List<JsonNode> orders = new ArrayList<>();
    private HttpServer facade;
    private String moves = "[]";

    @BeforeEach
    void start() throws IOException {
        facade = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        facade.createContext("/", exchange -> {
            String answer = moves;
            if (exchange.getRequestMethod().equals("POST")) {
                orders.add(JSON.readTree(exchange.getRequestBody()));
                answer = "{\"move\":1,\"steps\":[],\"gates\":[],\"phases\":[]}";
            } else if (exchange.getRequestURI().getPath().equals("/migration")) {
                answer = "{\"apis\":[{\"api\":\"vehicles\",\"phase\":\"OWNED\",\"owner\":\"service\"}]}";
            } else if (exchange.getRequestURI().getPath().equals("/migration/moves/1")) {
                answer = MOVE.formatted(1, "null", "null");
            }
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        facade.start();
    }

    @AfterEach
    void stop() {
        facade.stop(0);
    }

    private void run(String... words) {
        CommandLine command = Rentwave.commandLine();
        command.setOut(new PrintWriter(out, true));
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(
                List.of("--console", "http://127.0.0.1:" + facade.getAddress().getPort()));
        command.execute(all.toArray(String[]::new));
    }

    private String orderedAs(String name) {
        run("migrate", "vehicles", "--to", "OWNED", "--as", name);
        JsonNode said = orders.remove(orders.size() - 1).path("name");
        return said.isMissingNode() ? null : said.textValue();
    }

    @Test
    void ordersInTheNameOfTheUserOfThisMachine() {
        run("rollback", "vehicles");

        assertThat(orders).hasSize(1);
        assertThat(orders.get(0).path("name").asText())
                .isEqualTo(System.getProperty("user.name").replaceAll("[^\\p{L}\\p{M}\\p{N} ._@'+-]", "_"));
    }

    @Test
    void ordersInAnyNameThatIsGivenAsFarAsTheFacadeTakesIt() {
        assertThat(orderedAs("Änne O'Neill")).isEqualTo("Änne O'Neill");
        assertThat(orderedAs("CORP\\anna\u001b[31m")).isEqualTo("CORP_anna__31m");
        assertThat(orderedAs("x".repeat(50))).isEqualTo("x".repeat(40));
        assertThat(orderedAs("?")).isNull();
        assertThat(orderedAs(" ")).isNull();
    }

    @Test
    void namesNobodyToADryRun() {
        run("migrate", "vehicles", "--to", "OWNED", "--dry-run", "--as", "anna");

        assertThat(orders.get(0).has("name")).isFalse();
    }

    @Test
    void tellsWhoOrderedEachMove() {
        moves = "["
                + MOVE.formatted(4, "null", "{\"role\":\"operator\",\"way\":\"browser session\",\"name\":\"anna\"}")
                + ","
                + MOVE.formatted(3, "null", "{\"role\":\"operator\",\"way\":\"bearer token\",\"name\":null}")
                + ","
                + MOVE.formatted(2, "\"it broke\"", "{\"role\":\"facade\",\"way\":\"canary guard\",\"name\":null}")
                + "," + MOVE.formatted(1, "null", "{\"role\":\"unknown\",\"way\":null,\"name\":null}") + "]";

        run("history", "vehicles");

        assertThat(out.toString().lines().skip(1).map(line -> line.replaceAll(".* ms  ", "")))
                .containsExactly(
                        "by anna (operator, browser session)",
                        "by operator, bearer token",
                        "by the facade itself (canary guard); it broke",
                        "by unknown");
    }
}
