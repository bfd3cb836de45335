package com.rentwave.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderIT {

    @TempDir
    Path folder;

    @Test
    void remembersItsPorts() {
        DataFolder data = prepared();
        assertThat(PlatformState.read(data)).isEqualTo(Optional.empty());

        PlatformState.with(Ports.from(23000)).write(data);

        assertThat(PlatformState.read(data).orElseThrow().ports()).isEqualTo(Ports.from(23000));
    }

    @Test
    void remembersItsClockAndTakesAStateWithoutOneForFixed() throws IOException {
        DataFolder data = prepared();

        PlatformState.with(Ports.from(23000), MovableClock.MOVABLE).write(data);
        assertThat(PlatformState.read(data).orElseThrow().clock()).isEqualTo(MovableClock.MOVABLE);

        String state = Files.readString(data.stateFile());
        Files.writeString(data.stateFile(), state.replaceFirst(",\\s*\"clock\"\\s*:\\s*\"MOVABLE\"", ""));
        assertThat(PlatformState.read(data).orElseThrow().clock()).isEqualTo(MovableClock.FIXED);
    }

    @Test
    void refusesTheStateOfAnotherVersionAndADamagedOne() throws IOException {
        DataFolder data = prepared();
        Files.writeString(data.stateFile(), "{\"format\":99,\"ports\":null}");
        assertThatThrownBy(() -> PlatformState.read(data))
                .hasMessageContaining("another version of RentWave (format 99)");

        Files.writeString(data.stateFile(), "{\"form");
        assertThatThrownBy(() -> PlatformState.read(data))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("is damaged");
    }

    @Test
    void saysInOneSentenceThatAFolderCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> DataFolder.at(file.resolve("below")).prepare())
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("Nothing was started")
                .hasMessageContaining("--data DIR");
        assertThatThrownBy(() -> DataFolder.at(Path.of("/proc/rentwave")).prepare())
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void saysInOneSentenceThatAFolderIsFull() {
        assertThatThrownBy(() -> DataFolder.at(folder).prepare(Long.MAX_VALUE))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("MiB of free space")
                .hasMessageContaining("Nothing was started");
    }

    @Test
    void letsOnlyOneCommandAtATimeStartAndStopParts() {
        DataFolder data = prepared();
        try (UpLock first = UpLock.of(data)) {
            assertThatThrownBy(() -> UpLock.of(data))
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("Another rentwave command");
        }
        assertThatCode(() -> UpLock.of(data).close()).doesNotThrowAnyException();
    }

    @Test
    void keepsSecretsFromEverybodyElse() throws IOException {
        Secrets secrets = Secrets.in(prepared());
        secrets.operatorToken();
        secrets.databasePassword("rentwave_cdc");
        secrets.jwtKeyFile();

        assertThat(permissions(folder.resolve("secrets"))).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder.resolve("secrets"))) {
            assertThat(files).hasSize(3).allSatisfy(file -> assertThat(permissions(file))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void makesEachSecretOnceAndNoneTwice() {
        Secrets secrets = Secrets.in(prepared());

        assertThat(secrets.operatorToken())
                .isEqualTo(Secrets.in(DataFolder.at(folder)).operatorToken());
        assertThat(secrets.operatorToken()).isNotEqualTo(secrets.internalToken());
        assertThat(secrets.databasePassword("a")).isNotEqualTo(secrets.databasePassword("b"));
        assertThat(secrets.positionKey()).matches("[0-9a-f]{64}");
    }

    @Test
    void makesAKeyPairWhoseHalvesBelongTogether() throws Exception {
        JsonNode jwk =
                new ObjectMapper().readTree(Secrets.in(prepared()).jwtKeyFile().toFile());
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
        KeyFactory keys = KeyFactory.getInstance("EC");

        Signature signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(keys.generatePrivate(new ECPrivateKeySpec(number(jwk, "d"), curve)));
        signing.update(new byte[] {1, 2, 3});
        Signature checking = Signature.getInstance("SHA256withECDSA");
        checking.initVerify(
                keys.generatePublic(new ECPublicKeySpec(new ECPoint(number(jwk, "x"), number(jwk, "y")), curve)));
        checking.update(new byte[] {1, 2, 3});

        assertThat(checking.verify(signing.sign())).isTrue();
        assertThat(jwk.path("kid").asText()).isNotBlank();
    }

    private DataFolder prepared() {
        DataFolder data = DataFolder.at(folder);
        data.prepare(1);
        return data;
    }

    private static BigInteger number(JsonNode jwk, String field) {
        byte[] bytes = Base64.getUrlDecoder().decode(jwk.path(field).asText());
        assertThat(bytes).hasSize(32);
        return new BigInteger(1, bytes);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
