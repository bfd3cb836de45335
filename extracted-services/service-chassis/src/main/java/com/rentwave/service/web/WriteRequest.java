package com.rentwave.service.web;

import com.rentwave.service.session.User;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the API wants to know of every request that changes something, read in the order in which it refuses.
 *
 * @param user who sent it
 * @param key its idempotency key
 * @param ifMatch the If-Match header
 * @param body empty for DELETE
 * @param hash what tells this request from another one with the same key
 */
public record WriteRequest(User user, Optional<String> key, Optional<String> ifMatch, RequestBody body, String hash) {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");

    public static WriteRequest withBody(HttpServletRequest request, User user) throws IOException {
        Optional<String> key = readKey(request);
        return of(request, user, key, RequestBody.of(request));
    }

    public static WriteRequest withoutBody(HttpServletRequest request, User user) {
        return of(request, user, readKey(request), RequestBody.none());
    }

    private static WriteRequest of(HttpServletRequest request, User user, Optional<String> key, RequestBody body) {
        Optional<String> ifMatch = Optional.ofNullable(RequestHeaders.joined(request, "If-Match"));
        return new WriteRequest(user, key, ifMatch, body, hash(request, ifMatch.orElse(""), body.bytes()));
    }

    private static Optional<String> readKey(HttpServletRequest request) {
        String key = request.getHeader("Idempotency-Key");
        if (key != null && !KEY.matcher(key).matches()) {
            throw new Refusal(Problem.invalidKey());
        }
        return Optional.ofNullable(key);
    }

    private static String hash(HttpServletRequest request, String ifMatch, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String head = request.getMethod() + '\n' + request.getRequestURI() + '\n' + ifMatch + '\n';
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
