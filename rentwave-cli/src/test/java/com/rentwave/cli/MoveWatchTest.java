package com.rentwave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A move that is followed to its end. */
class MoveWatchTest {

    private static final String MOVE =
            "{\"id\":1,\"api\":\"vehicles\",\"from\":\"READS\",\"to\":\"OWNED\",\"state\":\"%s\"}";

    private record Said(int status, String body) {}

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Deque<Said> looks = new ArrayDeque<>();
    private HttpServer facade;

    @BeforeEach
    void start() throws IOException {
        facade = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        facade.createContext("/", exchange -> {
            boolean order = exchange.getRequestMethod().equals("POST");
            Said said = order ? new Said(202, "{\"move\":1}") : looks.poll();
            byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(said.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        facade.start();
    }

    @AfterEach
    void stop() {
        facade.stop(0);
    }

    private int migrate() {
        CommandLine command = Rentwave.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(
                "migrate",
                "vehicles",
                "--to",
                "owned",
                "--json",
                "--console",
                "http://127.0.0.1:" + facade.getAddress().getPort());
    }

    @Test
    void followsAMoveWhileTheFacadeCannotTellAndPrintsNothingButJson() throws Exception {
        looks.addAll(List.of(
                new Said(200, MOVE.formatted("RUNNING")),
                new Said(503, "{\"detail\":\"The migration database does not answer.\"}"),
                new Said(200, MOVE.formatted("DONE"))));

        assertThat(migrate()).isZero();

        assertThat(out.toString().lines()).hasSize(1);
        assertThat(new ObjectMapper().readTree(out.toString()).path("state").asText())
                .isEqualTo("DONE");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void endsWhenItIsNotToldAnyMore() {
        looks.addAll(List.of(
                new Said(200, MOVE.formatted("RUNNING")), new Said(401, "{\"detail\":\"This token is not valid.\"}")));

        assertThat(migrate()).isEqualTo(1);
        assertThat(err.toString()).contains("This token is not valid.");
    }
}
