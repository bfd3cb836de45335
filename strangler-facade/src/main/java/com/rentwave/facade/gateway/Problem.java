package com.rentwave.facade.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/**
 * An answer of the facade itself, as RFC 9457 says. Where a backend gives the same answer, the bytes are the same.
 *
 * @param name last part of the type
 * @param headers headers beside the usual ones
 */
record Problem(String name, int status, String title, String detail, Map<String, String> headers) {

    private static final String RETRY_SOON = "1";

    static Problem notFound() {
        return new Problem("not-found", 404, "Not found", "There is nothing at this address.", Map.of());
    }

    static Problem badRequest() {
        return new Problem("bad-request", 400, "Request not valid", "The request cannot be understood.", Map.of());
    }

    static Problem methodNotAllowed(String method) {
        return new Problem(
                "method-not-allowed",
                405,
                "Method not allowed",
                "This address does not answer " + method + '.',
                Map.of(HttpHeaders.ALLOW, "GET, HEAD, POST, PUT, DELETE"));
    }

    static Problem invalidToken() {
        return new Problem(
                "invalid-token",
                401,
                "Sign-in not valid",
                "The token is expired or not valid. Sign in again.",
                Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\""));
    }

    static Problem foreignOrigin() {
        return new Problem(
                "foreign-origin",
                403,
                "Other site",
                "This change was asked for by a page of another site. Nothing was changed.",
                Map.of());
    }

    static Problem requestTimeout() {
        return new Problem(
                "request-timeout",
                408,
                "Body too slow",
                "The body did not arrive in time. Nothing was changed.",
                Map.of());
    }

    static Problem changingHands(String api) {
        return unavailable("The " + api + " are changing hands. Nothing was changed; try again.");
    }

    static Problem copyBehind(String api) {
        return unavailable("The copy of " + api + " is behind. Nothing was changed; try again.");
    }

    static Problem busy(String backend) {
        return unavailable(backend + " is busy. Nothing was changed; try again.");
    }

    static Problem unreachable(String backend) {
        return unavailable(backend + " does not answer at the moment. Nothing was changed; try again.");
    }

    static Problem overloaded() {
        return unavailable("Too much is asked at the moment. Nothing was changed; try again.");
    }

    private static Problem unavailable(String detail) {
        return new Problem("unavailable", 503, "Not available", detail, Map.of(HttpHeaders.RETRY_AFTER, RETRY_SOON));
    }

    static Problem unreadable(String backend) {
        return new Problem(
                "backend-unavailable",
                502,
                "Backend not available",
                backend + " did not answer. Try again.",
                Map.of(HttpHeaders.RETRY_AFTER, RETRY_SOON));
    }

    static Problem undecided(String backend, String idempotencyKey) {
        return new Problem(
                "backend-unavailable",
                502,
                "Backend not available",
                backend
                        + " did not answer. The change may or may not have been made: repeat it with the same Idempotency-Key.",
                Map.of(Headers.IDEMPOTENCY_KEY_USED, idempotencyKey));
    }

    static Problem internalError() {
        return new Problem(
                "internal-error",
                500,
                "Our mistake",
                "Something went wrong on our side. Nothing can be said about the request; ask again before you repeat it.",
                Map.of());
    }

    /** The body's members in their order. */
    Map<String, Object> members(String instance) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "urn:rentwave:problem:" + name);
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        members.put("instance", instance);
        return members;
    }

    /** Ends a request with this answer. */
    ProblemException asException() {
        return new ProblemException(this);
    }
}
