package com.rentwave.facade.session;

import java.time.Duration;
import org.springframework.http.ResponseCookie;

/** The two cookies of the facade. Pages cannot read them, and other sites cannot make a browser send them with a write. */
public final class SessionCookies {

    /** Holds the login token. */
    public static final String SESSION = "rw_session";
    /** Holds the position token. */
    public static final String POSITION = "rw_pos";

    private SessionCookies() {}

    public static ResponseCookie session(String token, Duration age, boolean secure) {
        return cookie(SESSION, token, age, secure);
    }

    public static ResponseCookie position(String token, Duration age, boolean secure) {
        return cookie(POSITION, token, age, secure);
    }

    /** Makes the browser forget the cookie. */
    public static ResponseCookie cleared(String name, boolean secure) {
        return cookie(name, "", Duration.ZERO, secure);
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
