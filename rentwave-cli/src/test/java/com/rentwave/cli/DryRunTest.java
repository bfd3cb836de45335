package com.rentwave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.workload.api.OperatorClient;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a dry run prints of the facade's answer. */
class DryRunTest {

    private final StringWriter out = new StringWriter();
    private HttpServer facade;
    private volatile String plan;

    @BeforeEach
    void start() throws IOException {
        facade = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        facade.createContext("/", exchange -> {
            byte[] body = plan.getBytes(StandardCharsets.UTF_8);
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

    private int dryRun(String answer) throws IOException, InterruptedException {
        plan = answer;
        URI console = URI.create("http://127.0.0.1:" + facade.getAddress().getPort());
        OperatorClient operator = new OperatorClient(HttpClient.newHttpClient(), console, "token");
        return new MoveWatch(operator, new PrintWriter(out, true), new PrintWriter(System.err, true), false)
                .run("vehicles", "SHADOW", true);
    }

    @Test
    void showsTheGatesOfEveryPhaseOnTheWay() throws Exception {
        int code = dryRun("""
                {"from":"LEGACY","to":"SHADOW","steps":[{"phase":"SYNCED","step":"ARM","description":"Sets up the streams."}],
                 "gates":[{"gate":"ownership","ok":true,"reason":"legacy owns the rows"}],
                 "phases":[
                  {"from":"LEGACY","to":"SYNCED","next":true,"gates":[{"gate":"ownership","ok":true,"reason":"legacy owns the rows"}]},
                  {"from":"SYNCED","to":"SHADOW","next":false,"gates":[{"gate":"lag","ok":false,"reason":"a stream is not there"}]}]}
                """);

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("Sets up the streams.")
                .contains("The gates of LEGACY -> SYNCED are open:")
                .contains("The gates of SYNCED -> SHADOW, asked again when it is their turn, are NOT open now:")
                .containsPattern("NO +lag +a stream is not there");
    }

    @Test
    void isANoWhenNothingIsKnownAboutTheFirstGates() throws Exception {
        assertThat(dryRun("{\"from\":\"LEGACY\",\"to\":\"SHADOW\",\"steps\":[],\"gates\":[],\"phases\":[]}"))
                .isEqualTo(1);
    }
}
