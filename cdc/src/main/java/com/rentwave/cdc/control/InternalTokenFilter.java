package com.rentwave.cdc.control;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets only the facade in; health and build may be asked by anyone who can reach the port. */
final class InternalTokenFilter extends OncePerRequestFilter {

    private static final Set<String> OPEN = Set.of("/internal/health", "/internal/build");

    private final byte[] expected;

    InternalTokenFilter(String token) {
        this.expected = bytes("Bearer " + token);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = request.getHeader("Authorization");
        if (OPEN.contains(request.getRequestURI()) || given != null && MessageDigest.isEqual(bytes(given), expected)) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer");
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .write(
                        bytes(
                                "{\"type\":\"urn:rentwave:problem:unauthenticated\",\"title\":\"Sign-in needed\",\"status\":401,\"detail\":\"Send the internal token.\"}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
