package com.rentwave.facade.gateway;

import com.rentwave.facade.session.SessionCookies;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Users who are not signed in. Such a user keeps a cookie of ours, so that a new address does not move them to another
 * side in a canary. The cookie's first value follows from where they come: one who keeps no cookies stays on one side too.
 */
final class Visitors {

    private static final Duration AGE = Duration.ofDays(30);
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

    private Visitors() {}

    /** Who asks; gives the cookie when it is not there. */
    static String of(ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(SessionCookies.VISITOR);
        if (cookie != null && FORM.matcher(cookie.getValue()).matches()) {
            return cookie.getValue();
        }
        InetSocketAddress address = exchange.getRequest().getRemoteAddress();
        String agent = exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT);
        String visitor = fingerprint((address == null ? "" : address.getHostString()) + ' ' + agent);
        SessionCookies.give(exchange, SessionCookies.VISITOR, visitor, AGE);
        return visitor;
    }

    private static String fingerprint(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
