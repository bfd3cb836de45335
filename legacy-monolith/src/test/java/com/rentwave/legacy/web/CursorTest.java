package com.rentwave.legacy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void comesBackAsItWentOut() {
        for (Cursor cursor :
                new Cursor[] {new Cursor("newest", 1_795_167_895_353_349L, 3), new Cursor("-price", 0, Ids.LARGEST)}) {
            assertThat(Cursor.parse(cursor.text(), cursor.sort())).isEqualTo(cursor);
        }
        assertThat(new Cursor("price", 12, 34).text()).isEqualTo("cHJpY2U6MTI6MzQ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "price",
                "price:1",
                "price:1:0",
                "price:01:2",
                "price:-1:2",
                "price:1:2:3",
                "newest:1:2",
                "-price:1:2",
                "price:1:1234567890123456789",
                " price:1:2"
            })
    void refusesWhatItHasNotMade(String plain) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Cursor.parse(text, "price")).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cHJpY2U6MTI6MzQ=", "cHJpY2U6MTI6MzR", "!", "cHJpY2U6MTI6MzQ\n"})
    void refusesAnotherWritingOfTheSame(String text) {
        assertThatThrownBy(() -> Cursor.parse(text, "price")).isInstanceOf(Refusal.class);
    }
}
