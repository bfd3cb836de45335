package com.rentwave.legacy.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void writesMembersInTheirOrderWithoutWhitespace() {
        String json = new JsonText()
                .object()
                .field("b", 1)
                .name("a")
                .array()
                .string("x")
                .number(-2)
                .object()
                .end()
                .end()
                .field("c", true)
                .field("d", (String) null)
                .end()
                .toString();

        assertThat(json).isEqualTo("{\"b\":1,\"a\":[\"x\",-2,{}],\"c\":true,\"d\":null}");
    }

    @Test
    void escapesOnlyWhatMustBe() {
        String json = new JsonText()
                .string("\"\\/\b\f\n\r\t\u0001\u001f\u007f\u2028ä€😀<&")
                .toString();

        assertThat(json).isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001F\u007f\u2028ä€😀<&\"");
    }
}
