package com.rentwave.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    @Test
    void writesMembersInTheirOrderWithoutWhiteSpace() {
        JsonWriter json = new JsonWriter()
                .beginObject()
                .field("b", 1)
                .field("a", true)
                .field("n", null)
                .name("list")
                .beginArray()
                .value("x")
                .beginObject()
                .endObject()
                .value(2)
                .endArray()
                .name("empty")
                .beginArray()
                .endArray()
                .endObject();

        assertThat(json).hasToString("{\"b\":1,\"a\":true,\"n\":null,\"list\":[\"x\",{},2],\"empty\":[]}");
    }

    @Test
    void escapesOnlyWhatJsonDemands() {
        JsonWriter json = new JsonWriter().value("\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028é😀<>&");

        assertThat(json).hasToString("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001F\u007f\u2028é😀<>&\"");
    }

    @Test
    void isUtf8() {
        assertThat(new JsonWriter().value("é😀").bytes()).isEqualTo("\"é😀\"".getBytes(StandardCharsets.UTF_8));
    }
}
