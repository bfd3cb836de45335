package com.rentwave.legacy.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsbnTest {

    @ParameterizedTest
    @CsvSource({
        "0306406152, 9780306406157",
        "080442957X, 9780804429573",
        "080442957x, 9780804429573",
        "0-8044-2957-X, 9780804429573",
        "0 8044 2957 X, 9780804429573",
        "9780306406157, 9780306406157",
        "978-0-306-40615-7, 9780306406157",
        "979-10-90636-07-1, 9791090636071",
        "0000000000, 9780000000002"
    })
    void readsBothFormsAsTheSameNumber(String text, String thirteen) {
        assertThat(Isbn.fault(text)).isEmpty();
        assertThat(Isbn.parse(text).map(Isbn::text)).contains(thirteen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0306406153", "0306406151", "9780306406158", "978030640615X", "0804429570", "9791090636070"})
    void refusesAWrongCheckDigit(String text) {
        assertThat(Isbn.parse(text)).isEmpty();
        assertThat(Isbn.fault(text).orElseThrow()).startsWith("must ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "030640615",
                "03064061522",
                "978030640615",
                "9770306406157",
                "97803064061577",
                "X306406152",
                "0-306--40615-2",
                "-0306406152",
                "0306406152-",
                "0306406152 ",
                "03064O6152",
                "٠٣٠٦٤٠٦١٥٢",
                "080442957XX"
            })
    void refusesWhatHasAnotherForm(String text) {
        assertThat(Isbn.parse(text)).isEmpty();
        assertThat(Isbn.fault(text)).contains("must be an ISBN of 10 or 13 digits");
    }

    @Test
    void cannotBeMadeOfAnotherNumber() {
        assertThatThrownBy(() -> new Isbn(9780306406158L)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Isbn(42)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void staysTheSameWhenItIsReadAgain(@ForAll("numbers") Isbn isbn) {
        assertThat(Isbn.parse(isbn.text())).contains(isbn);
    }

    @Property
    void hasOneCheckDigitOnly(@ForAll("numbers") Isbn isbn, @ForAll @IntRange(max = 9) int digit) {
        String other = isbn.text().substring(0, 12) + digit;

        assertThat(Isbn.parse(other).isPresent()).isEqualTo(other.equals(isbn.text()));
    }

    @Property
    void noticesAnyDigitThatIsWrong(
            @ForAll("numbers") Isbn isbn,
            @ForAll @IntRange(min = 3, max = 12) int at,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        char[] digits = isbn.text().toCharArray();
        digits[at] = (char) ('0' + (digits[at] - '0' + by) % 10);

        assertThat(Isbn.parse(new String(digits))).isEmpty();
    }

    @Property
    void noticesNeighboursOfTheShortFormThatHaveChangedPlaces(
            @ForAll("shortForms") String isbn, @ForAll @IntRange(max = 7) int at) {
        char[] digits = isbn.toCharArray();
        char first = digits[at];
        digits[at] = digits[at + 1];
        digits[at + 1] = first;

        assertThat(Isbn.parse(new String(digits)).isPresent()).isEqualTo(digits[at] == first);
    }

    @Property
    void readsHyphensAnywhereBetweenDigits(@ForAll("numbers") Isbn isbn, @ForAll @IntRange(min = 1, max = 12) int at) {
        String parted = isbn.text().substring(0, at) + '-' + isbn.text().substring(at);

        assertThat(Isbn.parse(parted)).contains(isbn);
    }

    @Property
    void neverFailsOnAnyText(@ForAll String text) {
        Optional<Isbn> isbn = Isbn.parse(text);

        assertThat(isbn.isPresent()).isEqualTo(Isbn.fault(text).isEmpty());
    }

    @Provide
    Arbitrary<Isbn> numbers() {
        return Arbitraries.longs()
                .between(978_000_000_000L, 979_999_999_999L)
                .map(first -> Arbitraries.integers()
                        .between(0, 9)
                        .map(check -> first * 10 + check)
                        .filter(number -> Isbn.fault(Long.toString(number)).isEmpty())
                        .sample())
                .map(Isbn::new);
    }

    @Provide
    Arbitrary<String> shortForms() {
        return Arbitraries.integers().between(0, 999_999_999).map(first -> {
            String nine = String.format(Locale.ROOT, "%09d", first);
            return "0123456789X"
                    .chars()
                    .mapToObj(check -> nine + (char) check)
                    .filter(text -> Isbn.fault(text).isEmpty())
                    .findFirst()
                    .orElseThrow();
        });
    }
}
