package com.rentwave.vehicle.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"3-abc\"            | true",
                "*                    | true",
                "\"1-x\", \"3-abc\"   | true",
                "\"1-x\",\"3-abc\",   | true",
                "\"1-x\", *           | true",
                "3-abc                | false",
                "W/\"3-abc\"          | false",
                "\"3-ABC\"            | false",
                "\"3-abc              | false",
                ",                    | false",
                "``                   | false"
            })
    void isListedAsItIsAndNotOtherwise(String header, boolean listed) {
        assertThat(EntityTag.listed(header, "\"3-abc\"")).isEqualTo(listed);
    }
}
