package com.rentwave.facade.console;

import java.time.Duration;

/** An answer that says what is wrong with a request, in the form of RFC 9457. */
final class ConsoleProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String name;
    private final String title;
    private long retryAfter;

    private ConsoleProblem(int status, String name, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.name = name;
        this.title = title;
    }

    static ConsoleProblem notFound(String detail) {
        return new ConsoleProblem(404, "not-found", "Not found", detail);
    }

    static ConsoleProblem invalid(String detail) {
        return new ConsoleProblem(400, "invalid-request", "Request not valid", detail);
    }

    static ConsoleProblem conflict(String name, String title, String detail) {
        return new ConsoleProblem(409, name, title, detail);
    }

    static ConsoleProblem unauthenticated(String detail) {
        return new ConsoleProblem(401, "unauthenticated", "Sign-in needed", detail);
    }

    static ConsoleProblem forbidden(String detail) {
        return new ConsoleProblem(403, "forbidden", "Not allowed", detail);
    }

    static ConsoleProblem tooManyGuesses(Duration wait) {
        ConsoleProblem problem = new ConsoleProblem(
                429,
                "too-many-guesses",
                "Too many wrong tokens",
                "Too many wrong tokens came from your address. Wait " + seconds(wait) + " s and try again.");
        problem.retryAfter = seconds(wait);
        return problem;
    }

    private static long seconds(Duration wait) {
        return wait.toSeconds() + 1;
    }

    static ConsoleProblem unavailable(String detail) {
        return new ConsoleProblem(503, "unavailable", "Not available", detail);
    }

    /** In seconds; 0 when there is nothing to wait for. */
    long retryAfter() {
        return retryAfter;
    }

    int status() {
        return status;
    }

    Body body(String path) {
        return new Body("urn:rentwave:problem:" + name, title, status, getMessage(), path);
    }

    /** The members of the answer. */
    record Body(String type, String title, int status, String detail, String instance) {}
}
