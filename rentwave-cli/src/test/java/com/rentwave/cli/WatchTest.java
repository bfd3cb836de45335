package com.rentwave.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What is seen of a facade that comes and goes. */
class WatchTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DONE =
            "{\"id\":%d,\"api\":\"vehicles\",\"from\":\"%s\",\"to\":\"%s\",\"state\":\"DONE\",\"reason\":null}";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private volatile String state = state("LEGACY", "legacy", 0, "null");
    private volatile String moves = "[]";
    private volatile int status = 200;
    private HttpServer facade;
    private int port;

    @BeforeEach
    void start() throws IOException {
        facade = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        port = facade.getAddress().getPort();
        facade.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String answer = status == 200
                    ? path.endsWith("/moves") ? moves : "{\"apis\":[" + state + "]}"
                    : "{\"detail\":\"The migration database does not answer.\"}";
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        facade.start();
    }

    @AfterEach
    void stop() {
        facade.stop(0);
    }

    private static String state(String phase, String owner, int epoch, String running) {
        return "{\"api\":\"vehicles\",\"phase\":\"" + phase + "\",\"owner\":\"" + owner + "\",\"epoch\":" + epoch
                + ",\"running\":" + running + "}";
    }

    /** The command as it is typed; its exit code. */
    private CompletableFuture<Integer> watch(String... options) {
        List<String> words = new ArrayList<>(List.of("watch", "vehicles", "--console", "http://127.0.0.1:" + port));
        words.addAll(List.of(options));
        CommandLine command = Rentwave.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return CompletableFuture.supplyAsync(() -> command.execute(words.toArray(String[]::new)));
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    private static int ended(CompletableFuture<Integer> watch) throws Exception {
        return watch.get(30, TimeUnit.SECONDS);
    }

    @Test
    void outlivesTheFacadeAndTellsWhatChangedMeanwhile() throws Exception {
        CompletableFuture<Integer> watch = watch("--until", "OWNED");
        await("the first line").until(() -> lines().size() == 1);
        facade.stop(0);
        await("the silence is told").until(() -> lines().size() == 2);
        state = state("OWNED", "service", 1, "null");
        moves = "[" + DONE.formatted(2, "READS", "OWNED") + "," + DONE.formatted(1, "LEGACY", "READS") + "]";
        start();

        assertThat(ended(watch)).isZero();
        assertThat(lines()).hasSize(4);
        assertThat(lines().get(0)).isEqualTo("vehicles is in LEGACY, owner legacy, epoch 0");
        assertThat(lines().get(1)).isEqualTo("The facade does not answer. Trying until it does.");
        assertThat(lines().get(2))
                .matches("The facade answers again, after [0-9.]+ s\\. Meanwhile: phase LEGACY -> OWNED,"
                        + " owner legacy -> service, epoch 0 -> 1, move 1 LEGACY -> READS done,"
                        + " move 2 READS -> OWNED done\\.");
        assertThat(lines().get(3)).isEqualTo("vehicles is in OWNED, owner service, epoch 1");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void tellsTheEndOfAMoveThatRanWhenTheFacadeFellSilent() throws Exception {
        state = state("READS", "legacy", 0, "2");
        moves = "[{\"id\":2,\"from\":\"READS\",\"to\":\"OWNED\",\"state\":\"RUNNING\"},"
                + DONE.formatted(1, "LEGACY", "READS") + "]";
        CompletableFuture<Integer> watch = watch("--until", "READS");
        await("the first line").until(() -> lines().size() == 1);
        facade.stop(0);
        await("the silence is told").until(() -> lines().size() == 2);
        state = state("READS", "legacy", 0, "null");
        moves = "[{\"id\":2,\"from\":\"READS\",\"to\":\"OWNED\",\"state\":\"ABORTED\",\"reason\":\"too slow\"},"
                + DONE.formatted(1, "LEGACY", "READS") + "]";
        start();

        assertThat(ended(watch)).isZero();
        assertThat(lines().get(2)).endsWith("Meanwhile: move 2 READS -> OWNED aborted (too slow).");
    }

    @Test
    void saysThatNothingChangedMeanwhile() throws Exception {
        moves = "[" + DONE.formatted(1, "READS", "LEGACY") + "]";
        CompletableFuture<Integer> watch = watch("--until", "SYNCED");
        await("the first line").until(() -> lines().size() == 1);
        facade.stop(0);
        await("the silence is told").until(() -> lines().size() == 2);
        start();
        await("the return is told").until(() -> lines().size() == 3);
        state = state("SYNCED", "legacy", 0, "null");

        assertThat(ended(watch)).isZero();
        assertThat(lines().get(2)).endsWith("; nothing changed meanwhile.");
        assertThat(lines()).hasSize(4);
    }

    @Test
    void tellsSilenceAndReturnAsJson() throws Exception {
        CompletableFuture<Integer> watch = watch("--json", "--until", "SYNCED");
        await("the first line").until(() -> lines().size() == 1);
        facade.stop(0);
        await("the silence is told").until(() -> lines().size() == 2);
        state = state("SYNCED", "legacy", 0, "null");
        moves = "[" + DONE.formatted(1, "LEGACY", "SYNCED") + "]";
        start();

        assertThat(ended(watch)).isZero();
        JsonNode silence = JSON.readTree(lines().get(1));
        assertThat(silence.path("api").textValue()).isEqualTo("vehicles");
        assertThat(silence.path("answers").booleanValue()).isFalse();
        assertThat(silence.path("since").textValue()).endsWith("Z");
        assertThat(silence.path("reason").isNull()).isTrue();
        JsonNode back = JSON.readTree(lines().get(2));
        assertThat(back.path("answers").booleanValue()).isTrue();
        assertThat(back.path("changed").booleanValue()).isTrue();
        assertThat(back.path("silentMs").longValue()).isPositive();
        assertThat(back.path("before").path("phase").textValue()).isEqualTo("LEGACY");
        assertThat(back.path("moves").get(0).path("to").textValue()).isEqualTo("SYNCED");
        assertThat(JSON.readTree(lines().get(3)).path("phase").textValue()).isEqualTo("SYNCED");
    }

    @Test
    void goesOnWhileTheFacadeCannotTell() throws Exception {
        CompletableFuture<Integer> watch = watch("--until", "SYNCED");
        await("the first line").until(() -> lines().size() == 1);
        status = 503;
        await("the reason is told").until(() -> lines().size() == 2);
        state = state("SYNCED", "legacy", 0, "null");
        status = 200;

        assertThat(ended(watch)).isZero();
        assertThat(lines().get(1))
                .isEqualTo("The facade cannot tell: The migration database does not answer. Trying until it can.");
    }

    @Test
    void endsWhenTheTokenIsRefusedAtFirstAndLater() throws Exception {
        status = 401;
        assertThat(ended(watch())).isEqualTo(1);
        assertThat(lines()).isEmpty();

        status = 200;
        CompletableFuture<Integer> watch = watch();
        await("the first line").until(() -> lines().size() == 1);
        status = 401;

        assertThat(ended(watch)).isEqualTo(1);
        assertThat(lines()).hasSize(1);
    }

    @Test
    void endsWhenNobodyHasEverAnswered() throws Exception {
        facade.stop(0);

        assertThat(ended(watch())).isEqualTo(3);
        assertThat(err.toString()).contains("Nothing answers at http://127.0.0.1:" + port, "rentwave up");
        assertThat(lines()).isEmpty();
    }
}
