package com.rentwave.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportContractsTest {

    @TempDir
    private Path folder;

    private Path pacts;
    private Path record;

    @BeforeEach
    void onePactThatBothHaveKept() throws IOException {
        pacts = Files.createDirectory(folder.resolve("pacts"));
        record = Files.createDirectory(folder.resolve("record"));
        Files.writeString(pacts.resolve("web.json"), """
                {"consumer":{"name":"web"},"provider":{"name":"vehicles"},
                 "interactions":[{"type":"Synchronous/HTTP","description":"a look","request":{"path":"/"},
                                  "response":{"status":200}}],
                 "metadata":{"pactSpecification":{"version":"4.0"}}}""");
        write("legacy-monolith", true);
        write("vehicle-service", true);
    }

    private void write(String provider, boolean verified) throws IOException {
        Files.writeString(
                record.resolve(provider + ".jsonl"),
                "{\"consumer\":\"web\",\"provider\":\"" + provider + "\",\"build\":\"b1\",\"pactHash\":\""
                        + PactFile.read(pacts.resolve("web.json")).hash() + "\",\"verified\":" + verified
                        + ",\"at\":\"2026-11-20T09:00:00Z\",\"failures\":[]}\n");
    }

    private record Said(int status, String text) {}

    private Said report(String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] words = {"--pacts", pacts.toString(), "--record", record.toString()};
        String[] all = Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new);
        int status = new ReportContracts(new PrintStream(out, true, StandardCharsets.UTF_8)).run(all);
        return new Said(status, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void givesTheMatrixAsOneList() throws IOException {
        Said said = report("--json");

        JsonNode list = Http.JSON.readTree(said.text());
        assertThat(said.status()).isZero();
        assertThat(list).hasSize(2);
        assertThat(list.get(0).fieldNames())
                .toIterable()
                .containsExactly("consumer", "provider", "build", "pactHash", "verified", "at");
    }

    @Test
    void failsWhenAProviderHasNotKeptAPact() throws IOException {
        write("vehicle-service", false);

        assertThat(report().status()).isEqualTo(1);
        assertThat(report().text()).contains("| web | vehicle-service | b1 |", "✗ not kept");
    }

    @Test
    void asksNothingOfAComponentThatIsRetiredFromTheApi() throws IOException {
        Files.writeString(record.resolve("legacy-monolith.jsonl"), "{\"retired\":[\"vehicles\"]}\n");

        Said said = report();

        assertThat(said.status()).isZero();
        assertThat(said.text()).contains("| web | vehicle-service |").doesNotContain("legacy-monolith");
    }

    @Test
    void failsWhenAPactWasChangedSince() throws IOException {
        Files.writeString(pacts.resolve("web.json"), Files.readString(pacts.resolve("web.json")) + "\n");

        assertThat(report().status()).isEqualTo(1);
    }

    @Test
    void failsWithoutAnyRecord() throws IOException {
        Files.delete(record.resolve("legacy-monolith.jsonl"));
        Files.delete(record.resolve("vehicle-service.jsonl"));

        assertThat(report().status()).isEqualTo(1);
    }
}
