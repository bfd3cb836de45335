package com.rentwave.vehicle.service;

import static com.rentwave.vehicle.service.Samples.added;
import static com.rentwave.vehicle.service.Samples.golf;
import static com.rentwave.vehicle.service.TestService.ALICE;
import static com.rentwave.vehicle.service.TestService.BOB;
import static com.rentwave.vehicle.service.TestService.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.service.testing.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListIT {

    private static final Pattern MODEL = Pattern.compile("\"model\":\"([^\"]*)\"");
    private static final Pattern NEXT = Pattern.compile("\"nextCursor\":\"([^\"]*)\"");

    @BeforeEach
    void addThreeVehicles() {
        TestService.owns();
        added(ALICE, golf());
        added(
                BOB,
                golf(
                        "Volkswagen",
                        "100%_\\\\ Električna",
                        "Golf",
                        "Fiat 500e",
                        "\"seats\":5",
                        "\"seats\":2",
                        "380",
                        "120",
                        "4500",
                        "3000",
                        "\"PETROL\"",
                        "\"ELECTRIC\"",
                        "MANUAL",
                        "AUTOMATIC",
                        "COMPACT",
                        "MINI",
                        "blue",
                        "red: dark"));
        added(
                ALICE,
                golf(
                        "Golf",
                        "Touran",
                        "\"seats\":5",
                        "\"seats\":7",
                        "FRONT",
                        "ALL",
                        "380",
                        "695",
                        "COMPACT",
                        "MINIVAN"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "                          | Touran,Fiat 500e,Golf",
                "sort=newest               | Touran,Fiat 500e,Golf",
                "sort=price                | Fiat 500e,Golf,Touran",
                "sort=-price               | Touran,Golf,Fiat 500e",
                "limit=1                   | Touran",
                "q=golf                    | Golf",
                "q=WAGEN+o                 | Touran,Golf",
                "q=gen+to                  | Touran",
                "q=+                       | Touran,Fiat 500e,Golf",
                "q=%25                     | Fiat 500e",
                "q=_                       | Fiat 500e",
                "q=%5C                     | Fiat 500e",
                "q=0%25_                   | Fiat 500e",
                "q=n+GO                    | Golf",
                "q=%00                     | ''",
                "q=%C4%8D                  | Fiat 500e",
                "sizeClass=MINI            | Fiat 500e",
                "transmission=MANUAL       | Touran,Golf",
                "fuel=ELECTRIC             | Fiat 500e",
                "drive=ALL                 | Touran",
                "minSeats=5                | Touran,Golf",
                "minBootLitres=381         | Touran",
                "minPrice=3001             | Touran,Golf",
                "maxPrice=3000             | Fiat 500e",
                "available=true            | Touran,Fiat 500e,Golf",
                "available=false           | ''",
                "ownerId=2                 | Fiat 500e",
                "attribute=colour:blue     | Touran,Golf",
                "attribute=colour:red:+dark| Fiat 500e",
                "attribute=b:&attribute=colour:blue | Touran,Golf",
                "attribute=b:x             | ''",
                "attribute=b:%00           | ''",
                "unknown=1&limit=3         | Touran,Fiat 500e,Golf"
            })
    void listsWhatFits(String query, String models) {
        Reply reply = call("GET", "/api/vehicles?" + (query == null ? "" : query.strip()))
                .send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(String.join(",", models(reply))).isEqualTo(models);
    }

    @Test
    void answersAnEmptyListWithoutACursor() {
        Reply reply = call("GET", "/api/vehicles?q=nowhere").send();

        assertThat(reply.body()).isEqualTo("{\"items\":[],\"nextCursor\":null}");
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.header("RentWave-Position")).isNotNull();
        assertThat(reply.header("ETag")).isNull();
    }

    @Test
    void listsAVehicleWithTheBytesOfItsOwnAnswer() {
        Reply one = added(ALICE, golf("Golf", "Up"));

        Reply list = call("GET", "/api/vehicles?q=up").send();

        assertThat(list.body()).isEqualTo("{\"items\":[" + one.body() + "],\"nextCursor\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "price", "-price"})
    void pagesThroughEveryVehicleOnce(String sort) {
        for (int i = 0; i < 8; i++) {
            added(ALICE, golf("Golf", "M" + i, "4500", Integer.toString(4000 + i / 3)));
        }
        List<String> all =
                models(call("GET", "/api/vehicles?limit=100&sort=" + sort).send());

        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            Reply page =
                    call("GET", "/api/vehicles?limit=2&sort=" + sort + cursor).send();
            paged.addAll(models(page));
            cursor = NEXT.matcher(page.body())
                    .results()
                    .findFirst()
                    .map(m -> "&cursor=" + m.group(1))
                    .orElse(null);
        } while (cursor != null);

        assertThat(paged).isEqualTo(all).hasSize(11).doesNotHaveDuplicates();
    }

    @Test
    void tellsEveryWrongParameterInTheContractsOrder() {
        Reply reply = call(
                        "GET",
                        "/api/vehicles?sort=x&attribute=:v&ownerId=0&available=yes&maxPrice=1e2&minPrice=-1&minBootLitres=20001"
                                + "&minSeats=&drive=all&fuel=&transmission=x&sizeClass=x&q=1+2+3+4+5+6+7+8+9&limit=101&cursor=x")
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .isEqualTo(
                        "{\"type\":\"urn:rentwave:problem:invalid-parameter\",\"title\":\"Request not valid\",\"status\":400,"
                                + "\"detail\":\"One or more parameters are not valid.\",\"instance\":\"/api/vehicles\",\"errors\":["
                                + String.join(
                                        ",",
                                        error("limit", "must be between 1 and 100"),
                                        error("q", "must have at most 8 words"),
                                        error(
                                                "sizeClass",
                                                "must be one of TWO_SEATER, MINI, SUBCOMPACT, COMPACT, MIDSIZE, LARGE, WAGON, SUV,"
                                                        + " MINIVAN, VAN, PICKUP, SPECIAL"),
                                        error("transmission", "must be one of MANUAL, AUTOMATIC"),
                                        error(
                                                "fuel",
                                                "must be one of PETROL, DIESEL, HYBRID, ELECTRIC, LPG, CNG, ETHANOL"),
                                        error("drive", "must be one of FRONT, REAR, ALL, PART_TIME"),
                                        error("minSeats", "must be a whole number"),
                                        error("minBootLitres", "must be between 0 and 20000"),
                                        error("minPrice", "must be between 0 and 100000000"),
                                        error("maxPrice", "must be a whole number"),
                                        error("available", "must be true or false"),
                                        error("ownerId", "must be between 1 and 999999999999999999"),
                                        error("attribute", "must be key:value"),
                                        error("sort", "must be one of newest, price, -price"))
                                + "]}");
    }

    @Test
    void refusesACursorThatIsNotItsOwn() {
        String ofPrice = NEXT.matcher(
                        call("GET", "/api/vehicles?limit=1&sort=price").send().body())
                .results()
                .map((MatchResult m) -> m.group(1))
                .findFirst()
                .orElseThrow();

        for (String cursor : List.of("x", "", "bmV3ZXN0OjE", ofPrice + "=", ofPrice, "ä")) {
            Reply reply = call("GET", "/api/vehicles?cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8))
                    .send();
            assertThat(reply.status()).as(cursor).isEqualTo(400);
            assertThat(reply.body())
                    .isEqualTo(
                            "{\"type\":\"urn:rentwave:problem:invalid-cursor\",\"title\":\"Cursor not valid\",\"status\":400,"
                                    + "\"detail\":\"The cursor is not one of ours for this list.\",\"instance\":\"/api/vehicles\"}");
        }
    }

    private static List<String> models(Reply reply) {
        return MODEL.matcher(reply.body()).results().map(m -> m.group(1)).toList();
    }

    private static String error(String field, String reason) {
        return "{\"field\":\"" + field + "\",\"reason\":\"" + reason + "\"}";
    }
}
