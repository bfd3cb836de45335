package com.rentwave.facade.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class PactFolderTest {

    @TempDir
    private Path folder;

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private static String pact(String consumer, String provider) {
        return "{\"consumer\":{\"name\":\"" + consumer + "\"},\"provider\":{\"name\":\"" + provider + "\"}}";
    }

    private PactFolder pacts() {
        return new PactFolder(folder, new JsonMapper());
    }

    @Test
    void givesThePactsAboutAnApi() throws IOException {
        write("rentwave-web-vehicles.json", pact("rentwave-web", "vehicles"));
        write("partner-api-vehicles.json", pact("partner-api", "vehicles"));
        write("rentwave-web-rentals.json", pact("rentwave-web", "rentals"));
        write("notes.txt", "not a pact");

        assertThat(pacts().pacts("vehicles").stream().map(PactFile::consumer))
                .containsExactly("partner-api", "rentwave-web");
    }

    @Test
    void hashesTheBytesOfTheFile() throws IOException {
        write("a.json", pact("rentwave-web", "vehicles"));
        String before = pacts().pacts("vehicles").get(0).hash();
        write("a.json", pact("rentwave-web", "vehicles") + " ");

        assertThat(before).matches("[0-9a-f]{64}");
        assertThat(pacts().pacts("vehicles").get(0).hash()).isNotEqualTo(before);
    }

    @Test
    void failsOnAFileThatIsNoPact() throws IOException {
        write("a.json", "{\"consumer\":{}}");

        assertThatIOException().isThrownBy(() -> pacts().pacts("vehicles")).withMessageContaining("a.json");
    }

    @Test
    void failsWithoutItsFolder() {
        PactFolder nowhere = new PactFolder(folder.resolve("nowhere"), new JsonMapper());

        assertThatIOException().isThrownBy(() -> nowhere.pacts("vehicles")).withMessageContaining("no folder");
    }
}
