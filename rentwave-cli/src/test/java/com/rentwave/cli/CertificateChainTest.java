package com.rentwave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CertificateChainTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> chain = new ArrayList<>();
    private KeyPair key;

    @BeforeEach
    void issueThree() throws GeneralSecurityException {
        key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        for (int i = 0; i < 3; i++) {
            chain.add(link(
                    i + 1,
                    i == 0 ? "0".repeat(64) : chain.get(i - 1).path("hash").asText()));
        }
    }

    private ObjectNode link(int number, String previous) throws GeneralSecurityException {
        return link(
                number, previous, JSON.createObjectNode().put("api", "vehicles").put("epoch", number));
    }

    private ObjectNode link(int number, String previous, ObjectNode certificate) throws GeneralSecurityException {
        byte[] text = String.join(
                        "\n", "rentwave-flip-certificate-1", Integer.toString(number), previous, certificate.toString())
                .getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key.getPrivate());
        signature.update(text);
        ObjectNode link = JSON.createObjectNode().put("number", number).put("previous", previous);
        link.set("certificate", certificate);
        return link.put(
                        "hash",
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(text)))
                .put("key", Base64.getEncoder().encodeToString(key.getPublic().getEncoded()))
                .put("signature", Base64.getEncoder().encodeToString(signature.sign()));
    }

    private ObjectNode at(int index) {
        return (ObjectNode) chain.get(index);
    }

    @Test
    void findsNoFlawInAGenuineChainOrAPartOfIt() {
        assertThat(CertificateChain.flaw(chain, null)).isEmpty();
        assertThat(CertificateChain.flaw(chain.subList(1, 3), null)).isEmpty();
        assertThat(CertificateChain.flaw(chain.subList(1, 2), at(1).path("key").asText()))
                .isEmpty();
    }

    /** What is said of a flip may become more; what was signed before stays as it was. */
    @Test
    void findsNoFlawWhereCertificatesBeginToNameWhoOrdered() throws Exception {
        ObjectNode named = JSON.createObjectNode().put("api", "vehicles");
        named.putObject("orderedBy")
                .put("role", "operator")
                .put("way", "bearer token")
                .put("name", "Änne O'Neill");
        chain.add(link(4, at(2).path("hash").asText(), named));

        assertThat(CertificateChain.flaw(chain, null)).isEmpty();
        ((ObjectNode) at(3).path("certificate").path("orderedBy")).put("name", "somebody else");
        assertThat(CertificateChain.flaw(chain, null))
                .contains("certificate 4 was changed, or is not signed with the key it names");
    }

    @Test
    void findsEveryChange() {
        ((ObjectNode) at(1).path("certificate")).put("epoch", 7);
        assertThat(CertificateChain.flaw(chain, null))
                .contains("certificate 2 was changed, or is not signed with the key it names");
    }

    @Test
    void findsWhatWasLeftOutOrPutInBetween() throws GeneralSecurityException {
        JsonNode second = chain.remove(1);
        assertThat(CertificateChain.flaw(chain, null).orElseThrow()).startsWith("certificate 3 does not follow");
        chain.add(1, second);
        chain.set(0, link(1, "1".repeat(64)));
        assertThat(CertificateChain.flaw(chain, null).orElseThrow()).startsWith("certificate 1 does not follow");
    }

    @Test
    void findsCertificatesInAnotherOrder() {
        chain.add(1, chain.remove(2));

        assertThat(CertificateChain.flaw(chain, null).orElseThrow()).startsWith("certificate 3 does not follow");
    }

    @Test
    void findsWhatIsMissingAtEitherEnd() {
        String last = at(2).path("hash").asText();

        assertThat(CertificateChain.missing(chain, last)).isEmpty();
        assertThat(CertificateChain.missing(chain.subList(0, 2), last).orElseThrow())
                .startsWith("the chain ends with certificate 2, which is not the newest");
        assertThat(CertificateChain.missing(chain.subList(1, 3), last))
                .contains("the chain begins with certificate 2: those before it are missing");
    }

    @Test
    void findsAnotherSignersCertificate() throws GeneralSecurityException {
        String expected = at(0).path("key").asText();
        key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        chain.set(2, link(3, at(1).path("hash").asText()));

        assertThat(CertificateChain.flaw(chain, null)).contains("certificate 3 is signed with another key");
        assertThat(CertificateChain.flaw(chain.subList(2, 3), expected))
                .contains("certificate 3 is signed with another key");
    }

    @Test
    void provesNothingWithoutACertificate() {
        assertThat(CertificateChain.flaw(List.of(), null)).isEqualTo(Optional.of("there is no certificate"));
    }

    private final StringWriter out = new StringWriter();

    private int verify(String... arguments) {
        CommandLine command = Rentwave.commandLine();
        command.setOut(new PrintWriter(out, true));
        List<String> all = new ArrayList<>(List.of("certificate", "verify"));
        all.addAll(List.of(arguments));
        return command.execute(all.toArray(String[]::new));
    }

    @Test
    void checksAFileWithoutAskingAnybody(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("chain.json"),
                chain.get(0) + "\n" + JSON.writerWithDefaultPrettyPrinter().writeValueAsString(chain.get(1)));

        assertThat(verify(file.toString())).isZero();
        assertThat(out.toString())
                .startsWith("Genuine: 2 certificates in an unbroken chain, number 1 to 2")
                .contains("--key proves it", "--last proves");

        Files.writeString(file, chain.get(0).toString().replace("vehicles", "rentals"));
        assertThat(verify(file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("NOT genuine: certificate 1 was changed");
    }

    @Test
    void provesWhoSignedAndThatNoneIsMissing(@TempDir Path folder) throws Exception {
        String key64 = at(0).path("key").asText();
        Path file = Files.writeString(folder.resolve("chain.json"), chain.get(0) + "\n" + chain.get(1));

        assertThat(verify(
                        file.toString(),
                        "--key",
                        key64,
                        "--last",
                        at(1).path("hash").asText()))
                .isZero();
        assertThat(out.toString()).endsWith("signed with " + key64 + "." + System.lineSeparator());
        assertThat(verify(file.toString(), "--last", at(2).path("hash").asText()))
                .isEqualTo(1);
        assertThat(verify(file.toString(), "--key", "another")).isEqualTo(1);
    }

    @Test
    void tellsTheVerdictAsJson(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("chain.json"), chain.get(0).toString());

        assertThat(verify(file.toString(), "--json")).isZero();
        JsonNode verdict = JSON.readTree(out.toString());
        assertThat(verdict.path("genuine").booleanValue()).isTrue();
        assertThat(verdict.path("to").longValue()).isEqualTo(1);
        assertThat(verdict.path("last").textValue())
                .isEqualTo(at(0).path("hash").asText());
    }
}
