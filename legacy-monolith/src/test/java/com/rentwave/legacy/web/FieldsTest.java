package com.rentwave.legacy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {

    private enum Word {
        ONE,
        TWO
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null             | is required",
                "1                | must be a string",
                "[]               | must be a string",
                "\"a\\u0000\"     | must not contain control characters",
                "\"a\\u0085\"     | must not contain control characters",
                "\"a\\ud800\"     | must not contain control characters",
                "\"\\u0001aaaaa\" | must not contain control characters",
                "\"\"             | must have 1 to 3 characters",
                "\"    \"         | must have 1 to 3 characters",
                "\"   \"          | must not be blank",
                "\"\\u2003\"      | must not be blank"
            })
    void saysOneThingAboutAString(String value, String reason) {
        assertThat(errors("{\"f\":" + value + "}", fields -> fields.text("f", 1, 3)))
                .containsExactly(new FieldError("f", reason));
    }

    @Test
    void countsCodePoints() {
        assertThat(errors("{\"f\":\"😀😀😀\"}", fields -> fields.text("f", 1, 3)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, must be a whole number",
        "1e0, must be a whole number",
        "true, must be a whole number",
        "9223372036854775808, must be a whole number",
        "99999999999999999999999, must be a whole number",
        "9223372036854775807, must be between 0 and 5",
        "6, must be between 0 and 5",
        "-1, must be between 0 and 5"
    })
    void takesOnlyWholeNumbersWithinBounds(String value, String reason) {
        assertThat(errors("{\"f\":" + value + "}", fields -> fields.wholeNumber("f", 0, 5)))
                .containsExactly(new FieldError("f", reason));
        assertThat(errors("{\"f\":\"1\"}", fields -> fields.wholeNumber("f", 0, 5, 3)))
                .containsExactly(new FieldError("f", "must be a whole number"));
    }

    @Test
    void takesNullForAnOptionalFieldLeftOut() {
        Fields fields = Fields.of("{\"a\":null,\"n\":-0}".getBytes());

        assertThat(fields.wholeNumber("a", 1, 9, 7)).isEqualTo(7);
        assertThat(fields.wholeNumber("b", 1, 9, 8)).isEqualTo(8);
        assertThat(fields.texts("c", 9)).isEmpty();
        assertThat(fields.wholeNumber("n", 0, 9)).isZero();
    }

    @Test
    void checksFreeFormEntriesByName() {
        String entries = "{\"f\":{\"z\":\"xxxxxx\",\"\":\"x\",\"b\\n\":\"\",\"a\":\"\\u0007\",\"ok\":\"  \"}}";

        assertThat(errors(entries, fields -> fields.texts("f", 5)))
                .containsExactly(
                        new FieldError("f", "must have names of 1 to 40 characters"),
                        new FieldError("f.a", "must not contain control characters"),
                        new FieldError("f.z", "must have 0 to 5 characters"));
        assertThat(errors("{\"f\":{\"a\":1}}", fields -> fields.texts("f", 5)))
                .containsExactly(new FieldError("f", "must be an object of strings"));
        assertThat(errors("{\"f\":[]}", fields -> fields.texts("f", 5)))
                .containsExactly(new FieldError("f", "must be an object of strings"));
        String many = "\"k\":\"v\"" + ",\"k%d\":\"v\"".repeat(30).formatted(numbers());
        assertThat(errors("{\"f\":{" + many + "}}", fields -> fields.texts("f", 5)))
                .containsExactly(new FieldError("f", "must have at most 30 entries"));
    }

    @Test
    void readsWordsFlagsCurrenciesAndDates() {
        Fields good = Fields.of("{\"w\":\"TWO\",\"b\":false,\"c\":\"JPY\",\"d\":\"2028-02-29\"}".getBytes());
        assertThat(good.word("w", Word.class)).isEqualTo(Word.TWO);
        assertThat(good.flag("b")).isFalse();
        assertThat(good.currency("c")).isEqualTo("JPY");
        assertThat(good.date("d")).isEqualTo("2028-02-29");
        good.check();

        assertThat(errors("{\"w\":\"two\",\"b\":1,\"c\":\"eur\",\"d\":\"2027-02-29\"}", fields -> {
                    fields.word("w", Word.class);
                    fields.flag("b");
                    fields.currency("c");
                    fields.date("d");
                }))
                .containsExactly(
                        new FieldError("w", "must be one of ONE, TWO"),
                        new FieldError("b", "must be true or false"),
                        new FieldError("c", "must be an ISO 4217 currency code"),
                        new FieldError("d", "must be a date"));
    }

    @Test
    void namesUnknownFieldsLastAndSorted() {
        assertThat(errors("{\"z\":1,\"B\":1,\"a\":1}", fields -> fields.flag("f")))
                .containsExactly(
                        new FieldError("f", "is required"),
                        new FieldError("B", "is not a known field"),
                        new FieldError("a", "is not a known field"),
                        new FieldError("z", "is not a known field"));
    }

    private static Object[] numbers() {
        return java.util.stream.IntStream.range(0, 30).boxed().toArray();
    }

    private static List<FieldError> errors(String body, Consumer<Fields> reading) {
        Fields fields = Fields.of(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        reading.accept(fields);
        Refusal refusal = catchThrowableOfType(Refusal.class, fields::check);
        return refusal == null ? List.of() : refusal.errors();
    }
}
