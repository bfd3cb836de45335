package com.rentwave.facade.shadow;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hides people's data: of a text only its length and a keyed fingerprint remain, so that it can be seen whether two
 * texts are the same but not what they say. The key is never stored.
 */
final class Masking {

    /** Names of APIs and of what belongs to a thing, and ids. */
    private static final Pattern WORD = Pattern.compile("|[a-z]{1,20}|[0-9]{1,18}");

    /** Names of JSON members as the API has them. */
    private static final Pattern MEMBER = Pattern.compile("[a-z][A-Za-z]{0,39}");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{0,200}");

    private final Set<String> plainFields;
    private final SecretKeySpec key;

    /** @param plainFields JSON fields and parameters of addresses that hold nobody's data */
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

    /** The name of a JSON member, or what may be shown of it: those of free-form attributes are written by users. */
    String name(String member) {
        return MEMBER.matcher(member).matches() ? member : hidden(member);
    }

    /**
     * A path of which only the API, numbers and what is known to be nobody's data are shown: whatever else stands there was
     * written by a user, whether there is such an address or not.
     */
    String path(String path) {
        String[] parts = path.split("\\?", 2);
        String shown = Stream.of(parts[0].split("/", -1)).map(this::segment).collect(joining("/"));
        return parts.length == 1
                ? shown
                : shown
                        + '?'
                        + Stream.of(parts[1].split("&", -1))
                                .map(this::parameter)
                                .collect(joining("&"));
    }

    private String segment(String text) {
        return WORD.matcher(text).matches() ? text : hidden(text);
    }

    private String parameter(String text) {
        String[] pair = text.split("=", 2);
        if (pair.length == 1 || !PLAIN.matcher(pair[0]).matches()) {
            return hidden(text);
        }
        boolean nobodys =
                plainFields.contains(pair[0]) && PLAIN.matcher(pair[1]).matches();
        return pair[0] + '=' + (nobodys ? pair[1] : hidden(pair[1]));
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
