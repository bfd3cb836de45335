package com.rentwave.legacy.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource({"en, en", "eng, en", "ger, de", "deu, de", "fre, fr", "rum, ro", "per, fa", "fil, fil", "mul, mul"})
    void knowsALanguageByItsShortestCode(String given, String code) {
        assertThat(Languages.find(given)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e", "EN", "english", "en-US", "xx", "qqq", " en"})
    void refusesWhatIsNoCode(String given) {
        assertThat(Languages.find(given)).isEmpty();
    }
}
