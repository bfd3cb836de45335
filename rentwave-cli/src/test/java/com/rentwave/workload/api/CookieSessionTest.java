package com.rentwave.workload.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The cookies of a browser, as far as RentWave uses them. */
class CookieSessionTest {

    private static final URI BASE = URI.create("http://127.0.0.1:8080");

    private final CookieSession session = new CookieSession(BASE);

    private void answered(String... setCookie) {
        session.learnFrom(new Answer(
                200, HttpHeaders.of(Map.of("Set-Cookie", List.of(setCookie)), (name, value) -> true), new byte[0]));
    }

    private HttpRequest next() {
        HttpRequest.Builder request = HttpRequest.newBuilder(BASE);
        session.addTo(request);
        return request.build();
    }

    @Test
    void sendsBackWhatWasSetAndItsOrigin() {
        answered("rw_session=a.b.c; Path=/; HttpOnly; Max-Age=10", "rw_pos=x=y; Path=/");

        assertThat(next().headers().firstValue("Cookie")).contains("rw_pos=x=y; rw_session=a.b.c");
        assertThat(next().headers().firstValue("Origin")).contains("http://127.0.0.1:8080");
    }

    @Test
    void takesTheNewestValueAndForgetsWhatIsRemoved() {
        answered("rw_session=a", "rw_pos=1");
        answered("rw_pos=2", "rw_session=; Max-Age=0; Path=/");

        assertThat(next().headers().firstValue("Cookie")).contains("rw_pos=2");
    }

    @Test
    void sendsNoCookieBeforeOneWasSet() {
        assertThat(next().headers().firstValue("Cookie")).isEmpty();
    }
}
