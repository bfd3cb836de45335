package com.rentwave.facade.session;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/** The two cookies of the facade. Pages cannot read them, and other sites cannot make a browser send them with a write. */
public final class SessionCookies {

    /** Holds the login token. */
    public static final String SESSION = "rw_session";
    /** Holds the position token. */
    public static final String POSITION = "rw_pos";

    private SessionCookies() {}

    /** Gives the browser a cookie. */
    public static void give(ServerWebExchange exchange, String name, String value, Duration age) {
        boolean secure = "https".equalsIgnoreCase(exchange.getRequest().getURI().getScheme());
        exchange.getResponse()
                .getHeaders()
                .add(HttpHeaders.SET_COOKIE, cookie(name, value, age, secure).toString());
    }

    /** Makes the browser forget a cookie. */
    public static void take(ServerWebExchange exchange, String name) {
        give(exchange, name, "", Duration.ZERO);
    }

    private static ResponseCookie cookie(String name, String value, Duration age, boolean secure) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build();
    }
}
