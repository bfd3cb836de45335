package com.rentwave.facade.session;

import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/** The cookies of the facade. Pages cannot read them, and other sites cannot make a browser send them with a write. */
public final class SessionCookies {

    /** Holds the login token. */
    public static final String SESSION = "rw_session";
    /** Holds the position token. */
    public static final String POSITION = "rw_pos";

    /** Tells visitors apart who are not signed in. */
    public static final String VISITOR = "rw_visitor";

    /** Holds a session of the console, which listens at another port of the same host: browsers send it here too. */
    public static final String CONSOLE = "rw_console";

    private static final Set<String> ALL = Set.of(SESSION, POSITION, VISITOR, CONSOLE);

    private SessionCookies() {}

    /** Whether a cookie is one of ours: the backends know nothing of them. */
    public static boolean isOurs(String name) {
        return ALL.contains(name);
    }

    /** Gives the browser a cookie. */
    public static void give(ServerWebExchange exchange, String name, String value, Duration age) {
        exchange.getResponse().getHeaders().add(HttpHeaders.SET_COOKIE, text(name, value, age, isSecure(exchange)));
    }

    /** Whether the browser may send what it is given over encrypted connections only. */
    public static boolean isSecure(ServerWebExchange exchange) {
        return "https".equalsIgnoreCase(exchange.getRequest().getURI().getScheme());
    }

    /** Makes the browser forget a cookie. */
    public static void take(ServerWebExchange exchange, String name) {
        give(exchange, name, "", Duration.ZERO);
    }

    /** The header that gives a cookie. */
    public static String text(String name, String value, Duration age, boolean secure) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build()
                .toString();
    }
}
