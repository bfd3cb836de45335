package com.rentwave.facade.gateway;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Where a browser's request comes from. */
final class Origins {

    private static final String UNKNOWN = "null";

    private Origins() {}

    /** Whether a page of another site asks. Requests without an Origin do not come from such a page. */
    static boolean foreign(ServerHttpRequest request) {
        if ("cross-site".equals(request.getHeaders().getFirst("Sec-Fetch-Site"))) {
            return true;
        }
        String origin = request.getHeaders().getFirst(HttpHeaders.ORIGIN);
        return origin != null && !authority(origin).equals(host(request));
    }

    private static String host(ServerHttpRequest request) {
        String host = request.getHeaders().getFirst(HttpHeaders.HOST);
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }

    private static String authority(String origin) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority == null ? UNKNOWN : authority.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return UNKNOWN;
        }
    }
}
