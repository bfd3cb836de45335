package com.rentwave.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    @Test
    void takesTheProviderForUsersUnlessToldOtherwise() {
        Arguments arguments =
                Arguments.parse("--pacts", "p", "--provider", "legacy-monolith", "--url", "http://127.0.0.1:1/");

        assertThat(arguments)
                .isEqualTo(new Arguments(
                        Path.of("p"),
                        "legacy-monolith",
                        null,
                        URI.create("http://127.0.0.1:1"),
                        URI.create("http://127.0.0.1:1"),
                        URI.create("http://127.0.0.1:1"),
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void takesEveryOption() {
        Arguments arguments = Arguments.parse(
                "--pacts",
                "p",
                "--provider",
                "vehicle-service",
                "--url",
                "http://127.0.0.1:1",
                "--api",
                "vehicles",
                "--auth-url",
                "http://127.0.0.1:2",
                "--vehicles-url",
                "http://127.0.0.1:5",
                "--database",
                "jdbc:postgresql://h/d",
                "--database-user",
                "u",
                "--database-password-file",
                "w",
                "--kafka",
                "h:9",
                "--cdc-url",
                "http://127.0.0.1:4",
                "--cdc-token-file",
                "c",
                "--internal-token-file",
                "i",
                "--record-to",
                "http://127.0.0.1:3",
                "--token-file",
                "t");

        assertThat(arguments)
                .isEqualTo(new Arguments(
                        Path.of("p"),
                        "vehicle-service",
                        "vehicles",
                        URI.create("http://127.0.0.1:1"),
                        URI.create("http://127.0.0.1:2"),
                        URI.create("http://127.0.0.1:5"),
                        new Arguments.Login("jdbc:postgresql://h/d", "u", Path.of("w")),
                        new Arguments.Capture("h:9", URI.create("http://127.0.0.1:4"), Path.of("c")),
                        Path.of("i"),
                        URI.create("http://127.0.0.1:3"),
                        Path.of("t")));
    }

    @ParameterizedTest
    @CsvSource({
        "--provider x --url http://h, --pacts is missing.",
        "--pacts p --url http://h, --provider is missing.",
        "--pacts p --provider x, --url is missing.",
        "--pacts p --provider x --url, --url needs a value.",
        "--pacts p --provider x --url h, h is not the address of a server.",
        "--pacts p --provider x --url ftp://h, ftp://h is not the address of a server.",
        "--pacts p --provider x --url http://h --record-to http://h, --record-to and --token-file go together.",
        "--verbose 1, There is no option --verbose."
    })
    void saysWhatIsWrongWithThem(String words, String sentence) {
        assertThatThrownBy(() -> Arguments.parse(words.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
