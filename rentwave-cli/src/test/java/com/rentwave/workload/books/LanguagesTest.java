package com.rentwave.workload.books;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource({
        "eng,en",
        "en-US,en",
        "en_GB,en",
        "EN,en",
        "fre,fr",
        "fra,fr",
        "ger,de",
        "deu,de",
        "per,fa",
        "rum,ro",
        "ind,id",
        "nl,nl",
        "nor,no",
        "fil,fil",
        "mul,mul",
        "heb,he"
    })
    void knowsALanguageByTheCodesOfSeveralCatalogues(String text, String code) {
        assertThat(Languages.code(text)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xx", "english", "zzz", "12"})
    void seesWhatIsNoLanguage(String text) {
        assertThat(Languages.code(text)).isEmpty();
    }
}
