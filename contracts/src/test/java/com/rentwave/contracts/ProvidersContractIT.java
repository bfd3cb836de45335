package com.rentwave.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every pact in the folder is kept by the monolith on WildFly and by the services that replace it, requests and messages
 * alike; about what the monolith is retired from by the service alone. What was verified is left in {@code target/verifications} for whoever shows the matrix.
 */
@ExtendWith(Scratch.class)
class ProvidersContractIT {

    @ParameterizedTest
    @ValueSource(strings = {Scratch.MONOLITH, Scratch.VEHICLE_SERVICE, Scratch.RENTAL_SERVICE})
    void keepsEveryPact(String provider, Scratch.Running providers) throws IOException {
        Scratch.Outcome outcome = providers.verify(provider, Scratch.PACTS);

        assertThat(outcome.status()).as(outcome.explanations()).isZero();
        List<PactFile> its = providers.pacts(provider);
        assertThat(outcome.out().lines().map(ProvidersContractIT::json).filter(line -> !line.has("retired")))
                .hasSameSizeAs(its)
                .allSatisfy(
                        line -> assertThat(line.path("verified").asBoolean()).isTrue());
        assertThat(outcome.explanations()).contains("interactions kept").doesNotContain("✗");
        Path record = Files.createDirectories(Path.of("target", "verifications"));
        Files.writeString(record.resolve(provider + ".jsonl"), outcome.out());
    }

    private static JsonNode json(String line) {
        try {
            return Http.JSON.readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException(line, e);
        }
    }
}
