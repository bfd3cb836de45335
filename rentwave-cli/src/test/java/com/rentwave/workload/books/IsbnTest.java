package com.rentwave.workload.books;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsbnTest {

    @ParameterizedTest
    @ValueSource(strings = {"0306406152", "0-306-40615-2", "9780306406157", "978-0-306-40615-7"})
    void knowsABookByEitherNumberWithOrWithoutHyphens(String text) {
        assertThat(Isbn.isbn13(text)).contains("9780306406157");
    }

    @Test
    void readsTheCheckDigitTen() {
        assertThat(Isbn.isbn13("080442957x")).contains("9780804429573");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0306406151", "9780306406158", "9770306406157", "03064O6152", "X306406152"})
    void seesWhatIsNoNumberOfABook(String text) {
        assertThat(Isbn.isbn13(text)).isEmpty();
    }
}
