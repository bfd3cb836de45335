package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.facade.gateway.StandIn.Answer;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionIT {

    private static final String INVALID_TOKEN =
            "{\"type\":\"urn:rentwave:problem:invalid-token\",\"title\":\"Sign-in not valid\",\"status\":401,"
                    + "\"detail\":\"The token is expired or not valid. Sign in again.\",\"instance\":\"/api/vehicles\"}";

    @AutoClose
    private static RunningFacade facade;

    @BeforeAll
    static void start() throws Exception {
        facade = new RunningFacade();
    }

    @BeforeEach
    void reset() {
        facade.reset();
    }

    private static String expired() throws Exception {
        return facade.token("7", Instant.now().minusSeconds(300));
    }

    @Test
    void turnsALoginIntoACookieAndLeavesTheAnswerAsItIs() throws Exception {
        Instant expires = Instant.now().plusSeconds(3600);
        String login = "{\"token\":\"" + facade.token("7", expires) + "\",\"expiresAt\":\"" + expires
                + "\",\"user\":{\"id\":7}}";
        facade.legacy.answers(asked -> Answer.of(200, login, "Content-Type", "application/json"));

        HttpResponse<String> answer = facade.send("POST", "/api/auth/login", "{}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(login);
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("rw_session=ey").contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(cookie).containsPattern("Max-Age=3(600|5\\d\\d)").doesNotContain("Secure");
    }

    @Test
    void setsNoCookieWhenTheLoginFails() throws Exception {
        facade.legacy.answers(asked -> Answer.of(401, "{}"));

        assertThat(facade.send("POST", "/api/auth/login", "{}").headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void clearsTheCookiesAtLogout() throws Exception {
        facade.legacy.answers(asked -> Answer.of(204, ""));

        HttpResponse<String> answer =
                facade.send("POST", "/api/auth/logout", null, "Cookie", "rw_session=" + facade.token());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .anyMatch(cookie -> cookie.startsWith("rw_session=;") && cookie.contains("Max-Age=0"))
                .anyMatch(cookie -> cookie.startsWith("rw_pos=;") && cookie.contains("Max-Age=0"));
    }

    @Test
    void turnsTheCookieIntoABearerToken() throws Exception {
        String token = facade.token();

        facade.get("/api/wallet", "Cookie", "rw_session=" + token);

        assertThat(facade.legacy.asked().get(0).header("Authorization")).isEqualTo("Bearer " + token);
        assertThat(facade.legacy.asked().get(0).header("Cookie")).isNull();
    }

    @Test
    void passesAValidHeaderOn() throws Exception {
        String token = facade.token();

        facade.get("/api/wallet", "Authorization", "Bearer " + token, "Cookie", "rw_session=garbage");

        assertThat(facade.legacy.asked().get(0).header("Authorization")).isEqualTo("Bearer " + token);
    }

    @Test
    void refusesAHeaderThatIsNoValidToken() throws Exception {
        String forged = facade.token() + "x";
        for (String header :
                new String[] {"Bearer " + expired(), "Bearer " + forged, "Bearer ", "Basic Zm9vOmJhcg=="}) {
            HttpResponse<String> answer = facade.get("/api/vehicles", "Authorization", header);

            assertThat(answer.statusCode()).as(header).isEqualTo(401);
            assertThat(answer.body()).isEqualTo(INVALID_TOKEN);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-cache");
        }
        assertThat(facade.legacy.asked()).isEmpty();
    }

    @Test
    void forgetsAnExpiredCookieAndReadsOnWithoutIt() throws Exception {
        HttpResponse<String> answer = facade.get("/api/vehicles", "Cookie", "rw_session=" + expired());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("rw_session=;");
        assertThat(facade.legacy.asked().get(0).header("Authorization")).isNull();
    }

    @Test
    void refusesAWriteWithAnExpiredCookie() throws Exception {
        HttpResponse<String> answer = facade.send("POST", "/api/vehicles", "{}", "Cookie", "rw_session=" + expired());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(INVALID_TOKEN);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("rw_session=;");
        assertThat(facade.legacy.asked()).isEmpty();
    }

    @Test
    void letsSomebodyWithAnExpiredCookieLogInAgain() throws Exception {
        facade.legacy.answers(asked -> Answer.of(401, "{}"));

        facade.send("POST", "/api/auth/login", "{}", "Cookie", "rw_session=" + expired());

        assertThat(facade.legacy.asked()).hasSize(1);
        assertThat(facade.legacy.asked().get(0).header("Authorization")).isNull();
    }

    @Test
    void tellsThatTheMonolithDidNotAnswerWhenItBreaksOffInTheMiddleOfALogin() throws Exception {
        facade.legacy.answers(asked -> Answer.breakOff(200, "{\"token\":\"half"));

        HttpResponse<String> answer = facade.send("POST", "/api/auth/login", "{}");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("urn:rentwave:problem:backend-unavailable", "The monolith did not answer.");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void refusesAWriteThatAPageOfAnotherSiteAsksFor() throws Exception {
        for (String origin : new String[] {"http://evil.example", "null", "http://127.0.0.1:1"}) {
            HttpResponse<String> answer = facade.send(
                    "POST", "/api/vehicles", "{}", "Cookie", "rw_session=" + facade.token(), "Origin", origin);

            assertThat(answer.statusCode()).as(origin).isEqualTo(403);
            assertThat(answer.body()).contains("urn:rentwave:problem:foreign-origin");
        }
        assertThat(facade.legacy.asked()).isEmpty();
    }

    @Test
    void takesAWriteOfItsOwnPages() throws Exception {
        HttpResponse<String> answer = facade.send(
                "POST",
                "/api/vehicles",
                "{}",
                "Cookie",
                "rw_session=" + facade.token(),
                "Origin",
                "http://127.0.0.1:" + facade.port());

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void takesAWriteOfAnotherSiteThatBringsAToken() throws Exception {
        HttpResponse<String> answer = facade.send(
                "POST",
                "/api/vehicles",
                "{}",
                "Authorization",
                "Bearer " + facade.token(),
                "Origin",
                "http://partner.example");

        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
