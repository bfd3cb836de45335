package com.rentwave.vehicle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.rentwave.service.web.FieldError;
import com.rentwave.service.web.Refusal;
import com.rentwave.service.web.RequestBody;
import com.rentwave.vehicle.VehicleDetails;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VehicleJsonTest {

    private static final String GOOD = """
            {"make":"a","model":"b","year":1900,"sizeClass":"MINI","seats":1,"bootLitres":0,"transmission":"MANUAL",\
            "fuel":"LPG","drive":"ALL","attributes":{},"pricePerDay":0,"lateFeePerDay":0,"currency":"EUR","minDays":1,\
            "maxDays":1}""";

    @Test
    void readsTheSmallestValues() {
        VehicleDetails details =
                VehicleJson.readDetails(RequestBody.of(bytes(GOOD)).object());

        assertThat(details.make()).isEqualTo("a");
        assertThat(details.maxDays()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "make          | null             | is required",
                "make          | 1                | must be a string",
                "make          | []               | must be a string",
                "make          | true             | must be a string",
                "make          | \"\"             | must have 1 to 60 characters",
                "make          | \"   \"          | must not be blank",
                "make          | \"\\u2003\"      | must not be blank",
                "make          | \" \\t\"         | must not contain control characters",
                "make          | \"a\\u0085\"     | must not contain control characters",
                "make          | \"a\\ud83d\"     | must not contain control characters",
                "make          | \"\\u0000\"      | must not contain control characters",
                "year          | null             | is required",
                "year          | \"1900\"         | must be a whole number",
                "year          | 1900.0           | must be a whole number",
                "year          | 19e2             | must be a whole number",
                "year          | 1e400            | must be a whole number",
                "year          | true             | must be a whole number",
                "year          | {}               | must be a whole number",
                "year          | 9223372036854775808  | must be a whole number",
                "year          | -9223372036854775809 | must be a whole number",
                "year          | 9223372036854775807  | must be between 1900 and 2100",
                "year          | -9223372036854775808 | must be between 1900 and 2100",
                "year          | 1899             | must be between 1900 and 2100",
                "year          | 2101             | must be between 1900 and 2100",
                "seats         | -0               | must be between 1 and 60",
                "sizeClass     | \"mini\"         | must be one of TWO_SEATER, MINI, SUBCOMPACT, COMPACT, MIDSIZE, LARGE, WAGON, SUV, MINIVAN, VAN, PICKUP, SPECIAL",
                "transmission  | \"\"             | must be one of MANUAL, AUTOMATIC",
                "fuel          | 1                | must be a string",
                "fuel          | \"\\u0000\"      | must be one of PETROL, DIESEL, HYBRID, ELECTRIC, LPG, CNG, ETHANOL",
                "drive         | null             | is required",
                "attributes    | []               | must be an object of strings",
                "attributes    | \"\"             | must be an object of strings",
                "attributes    | {\"a\":1}        | must be an object of strings",
                "attributes    | {\"a\":null}     | must be an object of strings",
                "attributes    | {\"\":\"\"}      | must have names of 1 to 40 characters",
                "attributes    | {\"\\n\":\"\"}   | must have names of 1 to 40 characters",
                "attributes.a  | {\"a\":\"\\n\"}  | must not contain control characters",
                "pricePerDay   | 100000001        | must be between 0 and 100000000",
                "lateFeePerDay | -1               | must be between 0 and 100000000",
                "currency      | 1                | must be a string",
                "currency      | \"eur\"          | must be an ISO 4217 currency code",
                "currency      | \"\"             | must be an ISO 4217 currency code",
                "minDays       | 0                | must be between 1 and 365",
                "maxDays       | 366              | must be between 1 and 365"
            })
    void givesTheFirstReasonThatApplies(String field, String value, String reason) {
        String name = field.replaceAll("\\..*", "");
        String body = GOOD.replaceFirst(
                "(\"" + name + "\":)(\"[^\"]*\"|\\{}|[^,}]*)",
                "$1" + value.replace("\\", "\\\\").replace("$", "\\$"));

        assertThat(errors(body)).containsExactly(new FieldError(field, reason));
    }

    @Test
    void countsCharactersAndNotTheirHalves() {
        assertThat(errors(with("\"model\":\"b\"", "\"model\":\"" + "😀".repeat(80) + '"')))
                .isEmpty();
        assertThat(errors(with("\"model\":\"b\"", "\"model\":\"" + "😀".repeat(81) + '"')))
                .containsExactly(new FieldError("model", "must have 1 to 80 characters"));
    }

    @Test
    void takesThirtyAttributesAndNotOneMore() {
        assertThat(errors(attributes(entries(30)))).isEmpty();
        assertThat(errors(attributes(entries(31))))
                .containsExactly(new FieldError("attributes", "must have at most 30 entries"));
    }

    @Test
    void namesAttributesInTheOrderOfTheirNamesAndTheirBadNamesOnce() {
        String longName = "x".repeat(41);
        String body = attributes("\"z\":\"\\u0001\",\"" + longName + "\":\"\",\"" + longName + "y\":\"\",\"b\":\""
                + "v".repeat(201) + "\",\"c\":\" \",\"" + "y".repeat(40) + "\":\"\"");

        assertThat(errors(body))
                .containsExactly(
                        new FieldError("attributes.b", "must have 0 to 200 characters"),
                        new FieldError("attributes", "must have names of 1 to 40 characters"),
                        new FieldError("attributes.z", "must not contain control characters"));
    }

    @Test
    void comparesTheDaysOnlyWhenBothAreRight() {
        assertThat(errors(with("\"minDays\":1", "\"minDays\":2")))
                .containsExactly(new FieldError("maxDays", "must not be below minDays"));
        assertThat(errors(with("\"minDays\":1", "\"minDays\":0")))
                .containsExactly(new FieldError("minDays", "must be between 1 and 365"));
        assertThat(errors(with("\"minDays\":1,\"maxDays\":1", "\"minDays\":31")))
                .containsExactly(new FieldError("maxDays", "must not be below minDays"));
    }

    @Test
    void namesUnknownFieldsLastAndSorted() {
        assertThat(errors(with("{\"make\":\"a\"", "{\"b\":1,\"id\":1,\"A\":null")))
                .containsExactly(
                        new FieldError("make", "is required"),
                        new FieldError("A", "is not a known field"),
                        new FieldError("b", "is not a known field"),
                        new FieldError("id", "is not a known field"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                     | available:is required",
                "{\"available\":null}   | available:is required",
                "{\"available\":\"true\"} | available:must be true or false",
                "{\"available\":1}      | available:must be true or false",
                "{\"x\":1}              | available:is required,x:is not a known field"
            })
    void readsAnOfferStrictly(String body, String expected) {
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> VehicleJson.readAvailable(RequestBody.of(bytes(body)).object()));

        assertThat(refusal.problem().errors().stream()
                        .map(e -> e.field() + ':' + e.reason())
                        .collect(Collectors.joining(",")))
                .isEqualTo(expected);
    }

    private static List<FieldError> errors(String body) {
        try {
            VehicleJson.readDetails(RequestBody.of(bytes(body)).object());
            return List.of();
        } catch (Refusal e) {
            assertThat(e.problem().name()).isEqualTo("validation-failed");
            return e.problem().errors();
        }
    }

    private static String with(String part, String other) {
        assertThat(GOOD).contains(part);
        return GOOD.replace(part, other);
    }

    private static String attributes(String entries) {
        return with("\"attributes\":{}", "\"attributes\":{" + entries + '}');
    }

    private static String entries(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"k" + i + "\":\"\"").collect(Collectors.joining(","));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
