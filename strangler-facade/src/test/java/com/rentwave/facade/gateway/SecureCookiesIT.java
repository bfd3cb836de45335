package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.facade.gateway.StandIn.Answer;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Behind a proxy that ends TLS the browser gets cookies that it sends over encrypted connections only. */
class SecureCookiesIT {

    @AutoClose
    private static RunningFacade behindAProxy;

    @BeforeAll
    static void start() throws Exception {
        behindAProxy = new RunningFacade("rentwave.proxies.trusted=10.1.2.3,127.0.0.1");
    }

    /** Only the last word counts: those before it may be the client's own. */
    @ParameterizedTest
    @CsvSource({"https, true", "HTTPS, true", "'http, https', true", "'https, http', false", "http, false", "'', false"
    })
    void believesATrustedProxy(String said, boolean secure) throws Exception {
        assertThat(cookieOfASignIn(behindAProxy, said).contains("Secure")).isEqualTo(secure);
    }

    @Test
    void believesNobodyElse() throws Exception {
        try (RunningFacade facade = new RunningFacade("rentwave.proxies.trusted=10.1.2.3")) {
            assertThat(cookieOfASignIn(facade, "https")).doesNotContain("Secure");
        }
    }

    private static String cookieOfASignIn(RunningFacade facade, String said) throws Exception {
        Instant expires = Instant.now().plusSeconds(3600);
        String login = "{\"token\":\"" + facade.token("7", expires) + "\",\"expiresAt\":\"" + expires
                + "\",\"user\":{\"id\":7}}";
        facade.legacy.answers(asked -> Answer.of(200, login, "Content-Type", "application/json"));

        HttpResponse<String> answer = facade.send("POST", "/api/auth/login", "{}", "X-Forwarded-Proto", said);

        return answer.headers().firstValue("Set-Cookie").orElseThrow();
    }
}
