package com.rentwave.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server would refuse by itself, before the application sees it. */
class ServerProblemsIT {

    private static final int PATIENCE_MILLIS = 20_000;

    /** The whole answer; no client library would send such a thing. */
    private static String ask(String method, String target) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", RunningMonolith.get().port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String request = method + ' ' + target + " HTTP/1.1\r\nHost: rentwave\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertProblem(String answer, String body) {
        assertThat(answer)
                .containsIgnoringCase("\r\ncontent-type: application/problem+json\r\n")
                .containsIgnoringCase("\r\ncache-control: private, no-cache\r\n")
                .endsWith("\r\n\r\n{\"type\":\"urn:rentwave:problem:" + body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/rooms", "/api/nothing", "/internal/health", "/WEB-INF/web.xml"})
    void tellsNobodyWhatARequestLookedLike(String target) throws Exception {
        String answer = ask("TRACE", target);

        assertThat(answer)
                .startsWith("HTTP/1.1 405 ")
                .containsIgnoringCase("\r\nallow: GET, HEAD, POST, PUT, DELETE\r\n");
        assertProblem(
                answer,
                "method-not-allowed\",\"title\":\"Method not allowed\",\"status\":405,"
                        + "\"detail\":\"This address does not answer TRACE.\",\"instance\":\"" + target + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/api/rooms/%zz", "/api/rooms/%2", "/index.html%x", "/internal/uses/%g0"})
    void answersAnAddressWithEscapesThatCannotBeRead(String target) throws Exception {
        String answer = ask("GET", target + "?limit=1");

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertProblem(
                answer,
                "bad-request\",\"title\":\"Request not valid\",\"status\":400,"
                        + "\"detail\":\"The request cannot be understood.\",\"instance\":\"" + target + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%zz", "%=1", "limit=1&q=50%"})
    void answersAQueryWithEscapesThatCannotBeRead(String query) throws Exception {
        String answer = ask("GET", "/api/rooms?" + query);

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertProblem(
                answer,
                "bad-request\",\"title\":\"Request not valid\",\"status\":400,"
                        + "\"detail\":\"The request cannot be understood.\",\"instance\":\"/api/rooms\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/WEB-INF/web.xml",
                "/web-inf",
                "/WEB-INF/",
                "/%57EB-INF/web.xml",
                "//WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/meta-inf/x"
            })
    void hasNothingToShowOfItsOwnFolders(String target) throws Exception {
        String answer = ask("GET", target);

        assertThat(answer).startsWith("HTTP/1.1 404 ");
        assertProblem(
                answer,
                "not-found\",\"title\":\"Not found\",\"status\":404,"
                        + "\"detail\":\"There is nothing at this address.\",\"instance\":\"" + target + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/rooms?limit=%31", "/api/rooms?q=caf%C3%A9", "/internal/health?x=%25"})
    void readsEveryOtherEscape(String target) throws Exception {
        assertThat(ask("GET", target)).startsWith("HTTP/1.1 200 ");
    }
}
