package com.rentwave.service.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " {\n} \t",
                "{\"a\":-0}",
                "{\"a\":1E400}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\u007f\"}",
                "{\"\":null}",
                "{\"a\":[{\"b\":1},{\"b\":1}]}"
            })
    void readsOneObject(String text) {
        assertThat(read(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[]",
                "1",
                "null",
                "\"a\"",
                "{}x",
                "{},",
                "{} []",
                "{\"a\":1,}",
                "{,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":'b'}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":True}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u00g0\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "/**/{}",
                "{}//",
                "#\n{}",
                "\ufeff{}",
                "\u0000{}",
                "{}\u0000",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":1}",
                "{\"x\":{\"a\":1,\"a\":1}}"
            })
    void refusesWhatIsNotOneObject(String text) {
        assertThat(read(text)).isFalse();
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        for (String hex : new String[] {"ff", "c0af", "c3", "eda080", "f4908080", "f8888080"}) {
            byte[] wrong = HexFormat.of().parseHex("7b2261223a22" + hex + "227d");
            assertThatThrownBy(() -> RequestBody.of(wrong).object()).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void readsUtf8OfEveryLength() {
        byte[] bytes = "{\"a\":\"aé€😀\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(RequestBody.of(bytes).object().get("a").stringValue()).isEqualTo("aé€😀");
    }

    @Test
    void refusesNestingThatIsTooDeepAndNeverOverflows() {
        assertThat(read("{\"a\":" + "[".repeat(400) + "]".repeat(400) + "}")).isTrue();
        assertThat(read("{\"a\":" + "[".repeat(600) + "]".repeat(600) + "}")).isFalse();
        assertThat(read("{\"a\":" + "[".repeat(65_000))).isFalse();
    }

    @Test
    void readsNumbersOfAnyLength() {
        assertThat(read("{\"a\":" + "9".repeat(65_000) + "}")).isTrue();
        assertThat(read("{\"a\":0." + "9".repeat(65_000) + "}")).isTrue();
        assertThat(read("{\"a\":1e" + "9".repeat(65_000) + "}")).isTrue();
        assertThat(read("{\"a\":1e-999999999999}")).isTrue();
    }

    private static boolean read(String text) {
        try {
            return RequestBody.of(text.getBytes(StandardCharsets.UTF_8))
                    .object()
                    .isObject();
        } catch (Refusal e) {
            assertThat(e.problem()).isEqualTo(Problem.invalidJson());
            return false;
        }
    }
}
