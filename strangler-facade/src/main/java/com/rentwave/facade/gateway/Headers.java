package com.rentwave.facade.gateway;

import java.util.Locale;
import java.util.Set;

/** The header names that the facade and the backends speak among themselves, and those that never pass. */
final class Headers {

    static final String POSITION = "RentWave-Position";
    static final String SIDE = "RentWave-Side";
    static final String EPOCH = "RentWave-Epoch";
    static final String AWAIT = "RentWave-Await";
    static final String AWAIT_API = "RentWave-Await-Api";
    static final String AWAIT_MILLIS = "RentWave-Await-Millis";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final String IDEMPOTENCY_KEY_USED = "RentWave-Idempotency-Key";

    private static final Set<String> NEVER_PASSED = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "expect");
    private static final Set<String> SAID_BY_PROXIES =
            Set.of("forwarded", "x-real-ip", "x-original-url", "x-rewrite-url", "x-http-method-override");

    private Headers() {}

    /** Headers that end here in both directions: the connection's own and our own. */
    static boolean endsHere(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("rentwave-") || NEVER_PASSED.contains(lower);
    }

    /** Headers by which a client could pretend to be a proxy. */
    static boolean pretends(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("x-forwarded-") || SAID_BY_PROXIES.contains(lower);
    }
}
