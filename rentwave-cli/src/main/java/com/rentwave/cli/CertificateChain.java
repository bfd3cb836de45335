package com.rentwave.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Checks links of the chain of flip certificates with nothing but themselves and, if one is given, the key they should be
 * signed with. The form is told by the facade's {@code Certificates}.
 */
final class CertificateChain {

    private static final String FORM = "rentwave-flip-certificate-1";
    private static final String BEGINNING = "0".repeat(64);

    private CertificateChain() {}

    /**
     * What is wrong; empty when every link is genuine and follows the one before.
     *
     * @param key the public key they must be signed with, in base64; null: that of the first link
     */
    static Optional<String> flaw(List<JsonNode> links, String key) {
        String expectedKey = key;
        JsonNode before = null;
        for (JsonNode link : links) {
            String name = "certificate " + link.path("number").asText("without a number");
            expectedKey = expectedKey == null ? link.path("key").asText() : expectedKey;
            if (!link.path("key").asText().equals(expectedKey)) {
                return Optional.of(name + " is signed with another key");
            }
            String text = String.join(
                    "\n",
                    FORM,
                    link.path("number").asText(),
                    link.path("previous").asText(),
                    link.path("certificate").toString());
            if (!isGenuine(link, text)) {
                return Optional.of(name + " was changed, or is not signed with the key it names");
            }
            if (!follows(before, link)) {
                return Optional.of(name + " does not follow the one before it: something was left out or changed");
            }
            before = link;
        }
        return links.isEmpty() ? Optional.of("there is no certificate") : Optional.empty();
    }

    /**
     * What is missing of links without a flaw; empty when they are the whole chain.
     *
     * @param last the hash of the newest certificate
     */
    static Optional<String> missing(List<JsonNode> links, String last) {
        JsonNode first = links.get(0);
        if (first.path("number").asLong() != 1) {
            return Optional.of("the chain begins with certificate "
                    + first.path("number").asText() + ": those before it are missing");
        }
        JsonNode newest = links.get(links.size() - 1);
        return newest.path("hash").asText().equalsIgnoreCase(last)
                ? Optional.empty()
                : Optional.of("the chain ends with certificate "
                        + newest.path("number").asText()
                        + ", which is not the newest: certificates are missing at its end, or it is another chain");
    }

    private static boolean follows(JsonNode before, JsonNode link) {
        long number = link.path("number").asLong();
        String previous = link.path("previous").asText();
        if (before == null) {
            return number != 1 || previous.equals(BEGINNING);
        }
        return number == before.path("number").asLong() + 1
                && previous.equals(before.path("hash").asText());
    }

    private static boolean isGenuine(JsonNode link, String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(
                            Base64.getDecoder().decode(link.path("key").asText()))));
            signature.update(bytes);
            return hash.equals(link.path("hash").asText())
                    && signature.verify(
                            Base64.getDecoder().decode(link.path("signature").asText()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
