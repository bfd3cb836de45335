package com.rentwave.facade.session;

import com.rentwave.sync.Position;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes and reads position tokens: what a client has seen, signed (HMAC-SHA256) and short-lived. A token that is
 * forged, expired or garbage says nothing, and is no error.
 */
@Component
public class PositionTokens {

    private static final Logger LOG = LoggerFactory.getLogger(PositionTokens.class);
    private static final Pattern API = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int LONGEST = 2048;
    private static final int REMEMBERED = 4_096;

    private final SecretKeySpec key;
    private final Duration lifetime;
    private final Clock clock;
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::mac);
    private final Map<String, Believed> believed = new ConcurrentHashMap<>();
    private volatile Written last = new Written(SeenPositions.NONE, 0, "");

    /** A token; readers that have seen the same get the same within one second. */
    private record Written(SeenPositions seen, long expiry, String token) {}

    /** What a token said whose signature was right. */
    private record Believed(SeenPositions seen, long expiry) {}

    PositionTokens(SessionSettings settings, Clock clock) {
        this.key = new SecretKeySpec(keyBytes(settings.positionKey()), HMAC);
        this.lifetime = settings.positionLifetime();
        this.clock = clock;
    }

    private static byte[] keyBytes(String hex) {
        if (!hex.isEmpty()) {
            return HexFormat.of().parseHex(hex);
        }
        LOG.info("positions: no key is configured; tokens are good until the next start of this facade only");
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return random;
    }

    /** How long a token is believed after it was written. */
    public Duration lifetime() {
        return lifetime;
    }

    /** {@code base64url(expiry;api=position;…).base64url(signature)}, without padding; expiry in epoch seconds. */
    public String write(SeenPositions seen) {
        long expiry = clock.instant().plus(lifetime).getEpochSecond();
        Written known = last;
        if (known.expiry() == expiry && known.seen().equals(seen)) {
            return known.token();
        }
        Written written = new Written(seen, expiry, signed(seen, expiry));
        last = written;
        return written.token();
    }

    private String signed(SeenPositions seen, long expiry) {
        StringBuilder text = new StringBuilder();
        text.append(expiry);
        new TreeMap<>(seen.byApi())
                .forEach((api, position) ->
                        text.append(';').append(api).append('=').append(position));
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String payload = base64.encodeToString(text.toString().getBytes(StandardCharsets.US_ASCII));
        return payload + '.' + base64.encodeToString(sign(payload));
    }

    /** What the token says; nothing when it is null or not one of ours, or no longer. */
    public SeenPositions read(String token) {
        if (token == null || token.length() > LONGEST) {
            return SeenPositions.NONE;
        }
        Believed known = believed.get(token);
        if (known == null) {
            known = verified(token);
            if (known == null) {
                return SeenPositions.NONE;
            }
            remember(token, known);
        }
        return known.expiry() <= clock.instant().getEpochSecond() ? SeenPositions.NONE : known.seen();
    }

    private void remember(String token, Believed what) {
        if (believed.size() >= REMEMBERED) {
            believed.clear();
        }
        believed.put(token, what);
    }

    /** Null when it is not one of ours. */
    private Believed verified(String token) {
        int dot = token.indexOf('.');
        if (dot < 0) {
            return null;
        }
        try {
            String payload = token.substring(0, dot);
            byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            return MessageDigest.isEqual(signature, sign(payload))
                    ? parse(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.US_ASCII))
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Believed parse(String payload) {
        String[] parts = payload.split(";");
        long expiry = Long.parseLong(parts[0]);
        Map<String, Position> positions = new TreeMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            String api = parts[i].substring(0, Math.max(equals, 0));
            Optional<Position> position = Position.parse(parts[i].substring(equals + 1));
            if (API.matcher(api).matches() && position.isPresent()) {
                positions.put(api, position.get());
            }
        }
        return new Believed(new SeenPositions(positions), expiry);
    }

    private byte[] sign(String payload) {
        return macs.get().doFinal(payload.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
