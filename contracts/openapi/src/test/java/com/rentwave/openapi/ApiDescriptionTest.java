package com.rentwave.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiDescriptionTest {

    private static final String WALLET = "/api/wallet";
    private static final Map<String, String> JSON =
            Map.of("content-type", "application/json", "Cache-Control", "private, no-cache");
    private static final Map<String, String> PROBLEM =
            Map.of("Content-Type", "application/problem+json", "Cache-Control", "private, no-cache");

    private final ApiDescription api = ApiDescription.ofThisBuild();

    @Test
    void takesAnAnswerThatIsAsDescribed() {
        assertThat(api.judge(answer("GET", WALLET, 200, JSON, "{\"balances\":[{\"currency\":\"EUR\",\"amount\":-5}]}")))
                .isEmpty();
        assertThat(api.judge(answer("DELETE", "/api/vehicles/5", 204, Map.of(), "")))
                .isEmpty();
        assertThat(api.judge(answer("HEAD", "/api/wallet", 200, JSON, ""))).isEmpty();
    }

    @Test
    void seesWhatIsMissingTooMuchOrOfAnotherKind() {
        assertThat(api.judge(answer("GET", WALLET, 200, JSON, "{\"balances\":[{\"currency\":\"EUR\"}]}")))
                .singleElement()
                .asString()
                .contains("amount");
        assertThat(api.judge(answer("GET", WALLET, 200, JSON, "{\"balances\":[],\"more\":1}")))
                .singleElement()
                .asString()
                .contains("more");
        assertThat(api.judge(
                        answer("GET", WALLET, 200, JSON, "{\"balances\":[{\"currency\":\"Euro\",\"amount\":\"5\"}]}")))
                .hasSize(2);
    }

    @Test
    void seesAStatusAMediaTypeAndAHeaderThatAreNotDescribed() {
        assertThat(api.judge(answer("GET", WALLET, 202, JSON, "{\"balances\":[]}")))
                .containsExactly("status 202 is not described for GET /api/wallet");
        assertThat(api.judge(answer(
                        "GET",
                        WALLET,
                        200,
                        Map.of("Content-Type", "text/html", "Cache-Control", "private, no-cache"),
                        "<p>")))
                .containsExactly("the media type \"text/html\" is not described");
        assertThat(api.judge(
                        answer("GET", WALLET, 200, Map.of("Content-Type", "application/json"), "{\"balances\":[]}")))
                .containsExactly("header Cache-Control is missing");
        assertThat(api.judge(answer("DELETE", "/api/vehicles/5", 204, Map.of(), "{}")))
                .containsExactly("a body is not described");
    }

    @Test
    void takesAtUnknownAddressesProblemsOnly() {
        String problem = "{\"type\":\"urn:rentwave:problem:not-found\",\"title\":\"Not found\",\"status\":404,"
                + "\"detail\":\"There is nothing at this address.\",\"instance\":\"/api/x\"}";

        assertThat(api.judge(answer("GET", "/api/x", 404, PROBLEM, problem))).isEmpty();
        assertThat(api.judge(answer("PATCH", WALLET, 404, PROBLEM, problem))).isEmpty();
        assertThat(api.judge(answer("GET", "/api/x", 200, JSON, "{}"))).hasSize(1);
        assertThat(api.judge(answer("GET", "/api/x", 404, PROBLEM, problem.replace("not-found", "unheard-of"))))
                .hasSize(1);
    }

    @Test
    void prefersAnAddressWithoutVariables() {
        assertThat(api.judge(answer(
                        "GET", "/api/books/adverts", 200, JSON, "{\"items\":[],\"nextCursor\":null,\"more\":true}")))
                .singleElement()
                .asString()
                .contains("more");
        assertThat(new Route("GET", "/api/books/{isbn}").fit("/api/books/".split("/", -1)))
                .isEqualTo(-1);
    }

    private static SeenAnswer answer(String method, String path, int status, Map<String, String> headers, String body) {
        return new SeenAnswer(method, path, status, headers, body);
    }
}
