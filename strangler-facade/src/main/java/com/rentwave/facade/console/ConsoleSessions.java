package com.rentwave.facade.console;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Sessions of browsers: a role, an end and perhaps a name, signed with the token of the role. Nothing is kept here, so a session outlives
 * the facade and is good at each replica; it ends with its time, or when the token is changed.
 */
@Component
class ConsoleSessions {

    static final Duration LIFETIME = Duration.ofHours(8);
    private static final String PURPOSE = "rentwave console session ";

    private final ConsoleTokens tokens;
    private final Clock clock;

    ConsoleSessions(ConsoleTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** What a browser has proven, and until when; the name is what its user wants to be called, or null. */
    record Session(Role role, Instant expiresAt, String name) {}

    Session begin(Role role, String name) {
        return new Session(
                role, Instant.ofEpochSecond(clock.instant().plus(LIFETIME).getEpochSecond()), name);
    }

    /** The session as a cookie holds it. */
    String write(Session session) {
        String claims = session.role().word() + '.' + session.expiresAt().getEpochSecond();
        if (session.name() != null) {
            claims += '.' + base64(session.name().getBytes(StandardCharsets.UTF_8));
        }
        return claims + '.' + base64(sign(session.role(), claims));
    }

    /** @return empty when it is none of ours, or over */
    Optional<Session> read(String cookie) {
        String[] parts = cookie.split("\\.", -1);
        if (parts.length < 3 || parts.length > 4 || !parts[1].matches("\\d{1,12}")) {
            return Optional.empty();
        }
        String name = parts.length == 4 ? name(parts[2]) : null;
        Instant end = Instant.ofEpochSecond(Long.parseLong(parts[1]));
        return Arrays.stream(Role.values())
                .filter(role -> role.word().equals(parts[0]))
                .filter(role -> tokens.secret(role).length > 0)
                .map(role -> new Session(role, end, name))
                .filter(session -> MessageDigest.isEqual(
                        write(session).getBytes(StandardCharsets.UTF_8), cookie.getBytes(StandardCharsets.UTF_8)))
                .filter(session -> clock.instant().isBefore(session.expiresAt()))
                .findFirst();
    }

    /** What such a part of a cookie says; what is none of ours has no signature of ours either. */
    private static String name(String part) {
        try {
            return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] sign(Role role, String claims) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(tokens.secret(role), "HmacSHA256"));
            return mac.doFinal((PURPOSE + claims).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
