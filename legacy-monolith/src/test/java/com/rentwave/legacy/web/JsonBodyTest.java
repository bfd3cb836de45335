package com.rentwave.legacy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rentwave.legacy.web.JsonBody.JsonNumber;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    @Test
    void readsOneObject() {
        Map<String, Object> body = read(" {\"a\":\"\\u00e4\\n\",\"b\":[1,-2.50,true,null,{\"c\":1e2}],\"d\":{}}\n");

        assertThat(body).containsEntry("a", "ä\n").containsEntry("d", Map.of());
        assertThat(body.get("b"))
                .isEqualTo(Arrays.asList(
                        new JsonNumber("1"), new JsonNumber("-2.50"), true, null, Map.of("c", new JsonNumber("1e2"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[]",
                "null",
                "1",
                "\"a\"",
                "{} {}",
                "{}x",
                "{},",
                "{\"a\":1,\"a\":1}",
                "{\"b\":{\"a\":1,\"\\u0061\":1}}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":NaN}",
                "{\"a\":-}",
                "{\"a\":tru}",
                "{\"a\":1,}",
                "{\"a\":[1,]}",
                "{\"a\"}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{/* */}",
                "\uFEFF{}"
            })
    void refusesWhatIsNotOneObject(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(Refusal.class)
                .hasMessage("The body is not one valid JSON object in UTF-8.");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        for (byte[] bytes : List.of(
                "{\"ä\":1}".getBytes(StandardCharsets.ISO_8859_1),
                "{}".getBytes(StandardCharsets.UTF_16),
                new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'})) {
            assertThatThrownBy(() -> JsonBody.read(bytes)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void bearsFiveHundredLevelsAndNoMore() {
        assertThat(read("{\"a\":" + "[".repeat(499) + "1" + "]".repeat(499) + "}"))
                .hasSize(1);
        assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(500) + "]".repeat(500) + "}"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(60_000))).isInstanceOf(Refusal.class);
    }

    private static Map<String, Object> read(String text) {
        return JsonBody.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
