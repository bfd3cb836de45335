package com.rentwave.legacy.idempotency;

import com.rentwave.legacy.web.Bodies;
import com.rentwave.legacy.web.Problem;
import com.rentwave.legacy.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request that wants to change something.
 *
 * @param userId who asks
 * @param key the request's Idempotency-Key
 * @param hash tells this request from any other with the same key, 64 hex digits
 */
public record Write(long userId, Optional<String> key, String hash) {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");

    /** The key of a request, checked before anything of its body is looked at. */
    public static Optional<String> key(HttpServletRequest request) {
        String key = request.getHeader("Idempotency-Key");
        if (key != null && !KEY.matcher(key).matches()) {
            throw Refusal.of(
                    Problem.INVALID_IDEMPOTENCY_KEY, "An Idempotency-Key has 1 to 200 visible ASCII characters.");
        }
        return Optional.ofNullable(key);
    }

    public static Write of(HttpServletRequest request, long userId, Optional<String> key, byte[] body) {
        return new Write(userId, key, key.isEmpty() ? "" : hash(request, body));
    }

    private static String hash(HttpServletRequest request, byte[] body) {
        String ifMatch = String.join(",", Collections.list(request.getHeaders("If-Match")));
        MessageDigest digest = sha256();
        digest.update(Bodies.bytes(request.getMethod() + '\n' + request.getRequestURI() + '\n' + ifMatch + '\n'));
        return HexFormat.of().formatHex(digest.digest(body));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
