package com.rentwave.facade.shadow;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hides people's data: of a text only its length and a keyed fingerprint remain, so that it can be seen whether two
 * texts are the same but not what they say. The key is never stored.
 */
final class Masking {

    private final Set<String> plainFields;
    private final SecretKeySpec key;

    /** @param plainFields JSON fields that hold nobody's data */
    Masking(Set<String> plainFields) {
        this.plainFields = Set.copyOf(plainFields);
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    /** The text of a field, or what may be shown of it. */
    String text(String field, String value) {
        return plainFields.contains(field) ? '"' + value + '"' : hidden(value);
    }

    /** A path whose free text is hidden. */
    String path(String path) {
        StringBuilder shown = new StringBuilder();
        for (String part : path.split("(?<=[?&])")) {
            boolean free = part.startsWith("q=") || part.startsWith("attribute=");
            int equals = part.indexOf('=');
            boolean more = part.endsWith("&");
            shown.append(
                    free
                            ? part.substring(0, equals + 1)
                                    + hidden(part.substring(equals + 1, part.length() - (more ? 1 : 0)))
                                    + (more ? "&" : "")
                            : part);
        }
        return shown.toString();
    }

    private String hidden(String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] print = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
            return "‹" + value.codePointCount(0, value.length()) + " characters, "
                    + HexFormat.of().formatHex(print, 0, 3) + "›";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
