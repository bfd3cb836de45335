package com.rentwave.facade.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ComparisonTest {

    private static final String JSON = "application/json";

    private final Comparison comparison = new Comparison(new ShadowSettings(
            true,
            1,
            1,
            1,
            1,
            Duration.ofMillis(10),
            DataSize.ofKilobytes(1),
            List.of("content-type", "etag"),
            Set.of("currency", "limit", "sort"),
            Map.of(),
            1,
            Duration.ofSeconds(1)));

    private static SideAnswer answer(int status, String type, String body, String... more) {
        Map<String, String> headers =
                more.length == 0 ? Map.of("Content-Type", type) : Map.of("Content-Type", type, more[0], more[1]);
        return new SideAnswer(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private Difference difference(String legacy, String service) {
        return comparison
                .of(answer(200, JSON, legacy), answer(200, JSON, service))
                .orElseThrow();
    }

    @Test
    void findsNothingInEqualAnswersWhateverTheirOtherHeadersSay() {
        SideAnswer legacy = answer(200, JSON, "{}", "Date", "yesterday");

        assertThat(comparison.of(legacy, answer(200, JSON, "{}", "Date", "today")))
                .isEmpty();
    }

    @Test
    void namesTheStatusFirst() {
        Difference found = comparison
                .of(answer(200, JSON, "{}"), answer(404, "text/html", "<p>"))
                .orElseThrow();

        assertThat(found).isEqualTo(new Difference("status 200 → 404", List.of("status: legacy 200, service 404")));
    }

    @Test
    void comparesTags() {
        Difference found = comparison
                .of(answer(200, JSON, "{}", "ETag", "\"1\""), answer(200, JSON, "{}"))
                .orElseThrow();

        assertThat(found.cause()).isEqualTo("header etag");
        assertThat(found.lines()).containsExactly("header etag: legacy \"1\", service nothing");
    }

    @Test
    void groupsTheSameMistakeInDifferentItems() {
        Difference first = difference("{\"items\":[{\"price\":1}]}", "{\"items\":[{\"price\":2}]}");
        Difference second =
                difference("{\"items\":[{\"price\":1},{\"price\":1}]}", "{\"items\":[{\"price\":1},{\"price\":9}]}");

        assertThat(first.cause()).isEqualTo("body items[].price").isEqualTo(second.cause());
        assertThat(second.lines()).containsExactly("items[1].price: legacy 1, service 9");
    }

    @Test
    void tellsOrderAndPaging() {
        Difference order = difference("{\"items\":[{\"id\":1},{\"id\":2}]}", "{\"items\":[{\"id\":2},{\"id\":1}]}");
        Difference number = difference("{\"items\":[{\"id\":1}]}", "{\"items\":[]}");
        Difference cursor = difference("{\"nextCursor\":\"abc\"}", "{\"nextCursor\":null}");

        assertThat(order.cause()).isEqualTo("body order of items");
        assertThat(order.lines()).containsExactly("order of items: legacy [1, 2], service [2, 1]");
        assertThat(number.cause()).isEqualTo("body number of items");
        assertThat(cursor.cause()).isEqualTo("body nextCursor");
    }

    @Test
    void seesBytesWhereTheJsonIsTheSame() {
        assertThat(difference("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}").cause()).isEqualTo("bytes of the body");
    }

    @Test
    void tellsErrorBodiesApart() {
        Difference found = comparison
                .of(
                        answer(404, "application/problem+json", "{\"detail\":\"There is none.\"}"),
                        answer(404, "application/problem+json", "{\"detail\":\"None.\"}"))
                .orElseThrow();

        assertThat(found.cause()).isEqualTo("error body detail");
    }

    @Test
    void showsNobodysData() {
        Difference found = difference(
                "{\"name\":\"Ann Miller\",\"currency\":\"EUR\"}", "{\"name\":\"Ann Muller\",\"currency\":\"USD\"}");

        assertThat(found.lines().get(0))
                .matches("name: legacy ‹10 characters, [0-9a-f]{6}›, service ‹10 characters, [0-9a-f]{6}›");
        assertThat(found.lines().get(1)).isEqualTo("currency: legacy \"EUR\", service \"USD\"");
    }

    @Test
    void showsNoNameOfAnAttributeThatAUserMadeUp() {
        Difference ann = difference("{\"attributes\":{\"call Ann, 0171 22\":\"a\"}}", "{\"attributes\":{}}");
        Difference bob = difference("{\"attributes\":{\"ask for Bob\":\"a\"}}", "{\"attributes\":{}}");

        assertThat(ann.toString()).doesNotContain("Ann", "0171");
        assertThat(ann.lines().get(0)).startsWith("attributes.‹17 characters, ");
        assertThat(ann.cause()).isEqualTo("body attributes.‹›").isEqualTo(bob.cause());
    }

    private String path(String path) {
        return comparison.path(new Read("vehicles", path, Map.of()));
    }

    @Test
    void showsOfAnAddressOnlyWhatNoUserHasMadeUp() {
        String hidden = "‹\\d+ characters, [0-9a-f]{6}›";

        assertThat(path("/api/vehicles/17")).isEqualTo("/api/vehicles/17");
        assertThat(path("/api/vehicles?limit=5&q=ann+miller&sort=-price"))
                .matches("/api/vehicles\\?limit=5&q=" + hidden + "&sort=-price");
        assertThat(path("/api/vehicles?%71=ann&email=ann%40example.org&limit=ann%20miller&Ann"))
                .matches("/api/vehicles\\?" + hidden + "&email=" + hidden + "&limit=" + hidden + "&" + hidden);
        assertThat(path("/api/vehicles/ann@example.org")).matches("/api/vehicles/" + hidden);
    }
}
