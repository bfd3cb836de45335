package com.rentwave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
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

/** What a ramp asks of a facade, whose canary has the share that was asked for last. */
class RampTest {

    private static final String SHARE = "(?s).*\"percent\":\\s*([0-9.]+).*";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> asked = new ArrayList<>();
    private HttpServer facade;
    private volatile String percent = "0";
    private volatile String breaksAt = "none";

    @BeforeEach
    void start() throws IOException {
        facade = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        facade.createContext("/migration/vehicles/canary", this::answer);
        facade.start();
    }

    @AfterEach
    void stop() {
        facade.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            percent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll(SHARE, "$1");
            asked.add(percent);
        }
        String breach = percent.equals(breaksAt) ? "\"3 of 20 reads failed\"" : "null";
        byte[] body = ("{\"phase\":\"CANARY\",\"percent\":" + percent + ",\"breach\":" + breach + "}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private int ramp(String shares) {
        CommandLine command = Rentwave.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(
                "ramp",
                "vehicles",
                "--auto",
                shares,
                "--every",
                "0s",
                "--console",
                "http://127.0.0.1:" + facade.getAddress().getPort());
    }

    @Test
    void raisesTheShareStepByStep() {
        assertThat(ramp("0.01,5,100")).as(err.toString()).isZero();

        assertThat(asked).containsExactly("0.01", "5", "100");
    }

    @Test
    void stopsAtTheFirstNo() {
        breaksAt = "5";

        assertThat(ramp("1,5,100")).isEqualTo(1);

        assertThat(asked).containsExactly("1", "5");
        assertThat(out.toString()).contains("Stopped: 3 of 20 reads failed.");
    }

    @Test
    void movesNobodyBackWhenItIsBegunAgain() {
        percent = "25";

        assertThat(ramp("1,5,25,50,100")).as(err.toString()).isZero();

        assertThat(asked).containsExactly("50", "100");
    }

    @Test
    void lowersNoShare() {
        percent = "25.00";

        assertThat(ramp("1,5,25")).isZero();
        assertThat(ramp("1,5")).isEqualTo(1);
        assertThat(ramp("50,25")).isEqualTo(2);

        assertThat(asked).isEmpty();
        assertThat(out.toString()).contains("vehicles: the share is 25 % already.");
        assertThat(err.toString()).contains("shares that rise");
    }
}
