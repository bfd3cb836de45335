package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.Call.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionIT {

    @Test
    void servesTheDescriptionToEverybody() {
        Reply reply = call("GET", "/api/openapi.json").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).startsWith("{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"RentWave\"");
    }

    @Test
    void showsAPageThatRunsNothingFromElsewhere() {
        Reply page = call("GET", "/api/docs").send();

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe", "http");
        assertThat(page.body()).doesNotContain("://", "style=", "onclick").contains("<html lang=\"en\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs.css", "docs.js"})
    void servesWhatThePageConsistsOf(String file) {
        Reply reply = call("GET", "/api/docs/" + file).send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).doesNotContain("://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs.html", "x", "..%2Fdocs.css"})
    void servesNoOtherFile(String file) {
        assertThat(call("GET", "/api/docs/" + file).send().status()).isEqualTo(404);
    }
}
