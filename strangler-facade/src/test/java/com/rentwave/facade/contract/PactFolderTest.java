package com.rentwave.facade.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class PactFolderTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void nameConsumers() throws IOException {
        write("consumers.properties", "vehicles=rentwave-web, partner-api");
    }

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

        assertThat(pacts().read().about("vehicles").stream().map(PactFile::consumer))
                .containsExactly("partner-api", "rentwave-web");
    }

    @Test
    void tellsWhoHasToHaveAPact() throws IOException {
        write("a.json", pact("rentwave-web", "rentals"));

        assertThat(pacts().read().consumers("vehicles").get("vehicles")).containsExactly("partner-api", "rentwave-web");
        assertThat(pacts().read().apis()).containsExactly("rentals", "vehicles");
    }

    @Test
    void failsWhenNobodySaysWhoReliesOnWhat() throws IOException {
        Files.delete(folder.resolve("consumers.properties"));

        assertThatIOException().isThrownBy(() -> pacts().read()).withMessageContaining("consumers.properties");
    }

    @Test
    void hashesTheBytesOfTheFile() throws IOException {
        write("a.json", pact("rentwave-web", "vehicles"));
        String before = pacts().read().about("vehicles").get(0).hash();
        write("a.json", pact("rentwave-web", "vehicles") + " ");

        assertThat(before).matches("[0-9a-f]{64}");
        assertThat(pacts().read().about("vehicles").get(0).hash()).isNotEqualTo(before);
    }

    @Test
    void seesEveryChangeOfAFileAlthoughItRemembersWhatItHasRead() throws IOException {
        PactFolder pacts = pacts();
        write("a.json", pact("rentwave-web", "vehicles"));
        FileTime written = Files.getLastModifiedTime(folder.resolve("a.json"));
        PactFile before = pacts.read().about("vehicles").get(0);
        PactFile again = pacts.read().about("vehicles").get(0);
        write("a.json", pact("rentwave-abc", "vehicles"));
        Files.setLastModifiedTime(folder.resolve("a.json"), written);

        assertThat(again).isSameAs(before);
        assertThat(pacts.read().about("vehicles"))
                .extracting(PactFile::consumer)
                .containsExactly("rentwave-abc");
        Files.delete(folder.resolve("a.json"));
        assertThat(pacts.read().about("vehicles")).isEmpty();
    }

    @Test
    void failsOnAFileThatIsNoPact() throws IOException {
        write("a.json", "{\"consumer\":{}}");

        assertThatIOException()
                .isThrownBy(() -> pacts().read().about("vehicles"))
                .withMessageContaining("a.json");
    }

    @Test
    void failsWithoutItsFolder() {
        PactFolder nowhere = new PactFolder(folder.resolve("nowhere"), new JsonMapper());

        assertThatIOException().isThrownBy(() -> nowhere.read()).withMessageContaining("no folder");
    }
}
