package com.rentwave.facade.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.facade.cutover.Coordinator;
import com.rentwave.facade.cutover.CutoverPhase;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CertificatesIT {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void chainsAndSignsCertificatesAndDropsTheSecondOfAFlip() throws Exception {
        try (Coordinator coordinator = new Coordinator()) {
            Certificates certificates = coordinator.bean(Certificates.class);
            long move = coordinator.order(CutoverPhase.SYNCED);

            certificates.issue(move, 1, Map.of("api", "vehicles → straße"));
            certificates.issue(move, 1, Map.of("api", "again"));
            certificates.issue(move, 2, Map.of("api", "rentals"));

            List<JsonNode> links =
                    certificates.all().stream().map(JSON::readTree).toList();
            assertThat(links).hasSize(2);
            assertThat(certificates.of(move)).isEqualTo(certificates.all());
            assertThat(certificates.find(2)).contains(certificates.all().get(1));
            assertThat(links.get(0).get("previous").asString()).isEqualTo("0".repeat(64));
            assertThat(links.get(1).get("previous").asString())
                    .isEqualTo(links.get(0).get("hash").asString());
            for (JsonNode link : links) {
                assertGenuine(link);
            }
        }
    }

    private static void assertGenuine(JsonNode link) throws Exception {
        byte[] text = String.join(
                        "\n",
                        "rentwave-flip-certificate-1",
                        link.get("number").toString(),
                        link.get("previous").asString(),
                        link.get("certificate").toString())
                .getBytes(StandardCharsets.UTF_8);
        PublicKey key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(
                        Base64.getDecoder().decode(link.get("key").asString())));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update(text);
        assertThat(link.get("hash").asString())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text)));
        assertThat(signature.verify(
                        Base64.getDecoder().decode(link.get("signature").asString())))
                .isTrue();
    }

    /** The key of RFC 8032, section 7.1, test 1. */
    @Test
    void derivesTheKeyFromItsSeed() {
        SigningKey key = new SigningKey(
                new CertificateSettings("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

        byte[] encoded = Base64.getDecoder().decode(key.publicKey());
        assertThat(HexFormat.of().formatHex(encoded, encoded.length - 32, encoded.length))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assertThat(HexFormat.of().formatHex(Base64.getDecoder().decode(key.sign(""))))
                .startsWith("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155");
    }
}
