package com.rentwave.facade.gateway;

/** The header names that the facade and the backends speak among themselves, and those that never pass. */
final class Headers {

    static final String POSITION = "RentWave-Position";
    static final String POSITIONS = "RentWave-Positions";
    static final String SIDE = "RentWave-Side";
    static final String EPOCH = "RentWave-Epoch";
    static final String AWAIT = "RentWave-Await";
    static final String AWAIT_API = "RentWave-Await-Api";
    static final String AWAIT_MILLIS = "RentWave-Await-Millis";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final String IDEMPOTENCY_KEY_USED = "RentWave-Idempotency-Key";

    private static final String OURS = "rentwave-";
    private static final String SAID_BY_ANY_PROXY = "x-forwarded-";
    private static final HeaderNames NEVER_PASSED = new HeaderNames(
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
    private static final HeaderNames SAID_BY_PROXIES =
            new HeaderNames("forwarded", "x-real-ip", "x-original-url", "x-rewrite-url", "x-http-method-override");

    private Headers() {}

    /** Headers that end here in both directions: the connection's own and our own. */
    static boolean endsHere(String name) {
        return begins(name, OURS) || NEVER_PASSED.contains(name);
    }

    /** Headers by which a client could pretend to be a proxy. */
    static boolean pretends(String name) {
        return begins(name, SAID_BY_ANY_PROXY) || SAID_BY_PROXIES.contains(name);
    }

    private static boolean begins(String name, String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }
}
