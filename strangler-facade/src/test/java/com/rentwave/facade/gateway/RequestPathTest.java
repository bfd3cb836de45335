package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

    @ParameterizedTest
    @CsvSource({
        "/api/vehicles, vehicles",
        "/api/vehicles/, vehicles",
        "/api/vehicles/17, vehicles",
        "/api/vehiclesque, vehiclesque",
        "/api/Vehicles, Vehicles"
    })
    void findsTheApiInTheSecondSegment(String raw, String api) {
        assertThat(RequestPath.of(raw).orElseThrow().api()).contains(api);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/api", "/index.html", "/vehicles", "/API/vehicles", "/x/api/vehicles", "/f%C3%BCr%20alle"})
    void findsNoApiElsewhere(String raw) {
        assertThat(RequestPath.of(raw).orElseThrow().api()).isEmpty();
    }

    @Test
    void callsTheApiRootItselfNoApi() {
        assertThat(RequestPath.of("/api/").orElseThrow().api()).contains("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal", "/internal/build", "/INTERNAL/x", "/api/internal", "/Api/Internal/x"})
    void forwardsNothingInternal(String raw) {
        assertThat(RequestPath.of(raw)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "api/vehicles",
                "//api",
                "/api//vehicles",
                "/./api",
                "/api/..",
                "/api/../internal",
                "/api/vehicles/.",
                "/api;a=b/vehicles",
                "/api\\vehicles",
                "/api/%2e%2e/x",
                "/api%2Fvehicles",
                "/api%5Cvehicles",
                "/%61pi/vehicles",
                "/api/vehicles%3Ba",
                "/api/%25",
                "/api/%00",
                "/api/%7f",
                "/api/%",
                "/api/%4",
                "/api/%g0",
                "/api/\u00fc",
                "/api/ x"
            })
    void readsNoPathThatHasMoreThanOneSpelling(String raw) {
        assertThat(RequestPath.of(raw)).isEmpty();
    }
}
