package com.rentwave.legacy.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;

/** The tags a request's {@code If-Match} or {@code If-None-Match} names; {@code *} stands for any. */
public record Condition(Set<String> tags) {

    private static final Condition ALWAYS = new Condition(Set.of("*"));
    private static final Condition NEVER = new Condition(Set.of());

    /** A change that must say which version it changes. */
    public static Condition required(HttpServletRequest request) {
        if (request.getHeader("If-Match") == null) {
            throw Refusal.of(Problem.PRECONDITION_REQUIRED, "Send the ETag of the version you changed as If-Match.");
        }
        return read(request, "If-Match", ALWAYS);
    }

    public static Condition optional(HttpServletRequest request) {
        return read(request, "If-Match", ALWAYS);
    }

    /** Holds for a version that the reader has already. */
    public static Condition known(HttpServletRequest request) {
        return read(request, "If-None-Match", NEVER);
    }

    private static Condition read(HttpServletRequest request, String header, Condition otherwise) {
        if (request.getHeader(header) == null) {
            return otherwise;
        }
        return new Condition(Collections.list(request.getHeaders(header)).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet()));
    }

    public boolean holdsFor(String etag) {
        return tags.contains("*") || tags.contains(etag);
    }
}
