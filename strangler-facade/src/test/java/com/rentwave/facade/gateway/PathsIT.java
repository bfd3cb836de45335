package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsIT {

    @AutoClose
    private static RunningFacade facade;

    @BeforeAll
    static void start() throws Exception {
        facade = new RunningFacade();
        facade.route(Phase.OWNED, Owner.SERVICE, 1);
    }

    @BeforeEach
    void reset() {
        facade.reset();
    }

    private static String ask(String target) throws Exception {
        return facade.raw("GET " + target + " HTTP/1.1\r\nHost: rentwave\r\nConnection: close\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/health",
                "/internal",
                "/Internal/health",
                "/api/internal/build",
                "//internal/health",
                "/./internal/health",
                "/x/../internal/health",
                "/%69nternal/health",
                "/internal;x=1/health",
                "/WEB-INF/web.xml",
                "/web-inf",
                "/META-INF/MANIFEST.MF",
                "/%2e/internal/health",
                "/api/..%2finternal/health",
                "/api/vehicles/..%2f..%2finternal/build",
                "/api/vehicles/%2e%2e/%2e%2e/internal/build",
                "/api//vehicles",
                "//api/vehicles",
                "/api/./vehicles",
                "/api/x/../vehicles",
                "/api/%76ehicles",
                "/api%2fvehicles",
                "/api%5cvehicles",
                "/api\\vehicles",
                "/api/vehicles;v=1",
                "/api;v=1/vehicles",
                "/api/vehicles%3bv=1",
                "/api/%252e%252e/internal",
                "/api/vehicles%00",
                "/api/vehicles/%zz",
                "/api/vehicles/%2",
                "http://evil.example/internal/health",
                "http://evil.example//api/vehicles"
            })
    void forwardsNoPathThatABackendMightReadInAnotherWay(String target) throws Exception {
        String answer = ask(target);

        assertThat(answer)
                .startsWith("HTTP/1.1 4")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"type\":\"urn:rentwave:problem:")
                .doesNotContain("service", "legacy");
        assertThat(facade.legacy.asked())
                .filteredOn(asked -> !asked.uri().equals("/jwks"))
                .isEmpty();
        assertThat(facade.service.asked()).isEmpty();
    }

    /** The server refuses it before it is a request to anybody, and has nothing to say. */
    @Test
    void takesNothingThatIsNoHttp() throws Exception {
        assertThat(ask("/api/vehicles%0d%0aX: y")).startsWith("HTTP/1.1 400").doesNotContain("service", "legacy");
        assertThat(facade.service.asked()).isEmpty();
    }

    @Test
    void answersATargetThatIsNoAddressWithAProblem() throws Exception {
        assertThat(ask("/api/vehicles/%zz?q=1"))
                .startsWith("HTTP/1.1 400")
                .endsWith(
                        "{\"type\":\"urn:rentwave:problem:bad-request\",\"title\":\"Request not valid\",\"status\":400,"
                                + "\"detail\":\"The request cannot be understood.\",\"instance\":\"/api/vehicles/%zz\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/vehicles", "/api/rooms/1"})
    void tellsNobodyWhatARequestLookedLike(String target) throws Exception {
        String answer = facade.raw("TRACE " + target + " HTTP/1.1\r\nHost: rentwave\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 405")
                .containsIgnoringCase("allow: GET, HEAD, POST, PUT, DELETE\r\n")
                .endsWith("{\"type\":\"urn:rentwave:problem:method-not-allowed\",\"title\":\"Method not allowed\","
                        + "\"status\":405,\"detail\":\"This address does not answer TRACE.\",\"instance\":\"" + target
                        + "\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/vehicles",
                "/api/vehicles/",
                "/api/vehicles/17",
                "/api/vehicles?q=a%2F..%2Fb;c//d&attribute=x:y",
                "/api/vehicles/17/availability?%20",
                "http://evil.example/api/vehicles"
            })
    void sendsEveryPlainPathOfTheApiToItsOwner(String target) throws Exception {
        assertThat(ask(target)).endsWith("service");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/api",
                "/api/",
                "/api/vehicle",
                "/API/vehicles",
                "/vehicles/1",
                "/caf%C3%A9%20x"
            })
    void sendsEverythingElseToTheMonolith(String target) throws Exception {
        assertThat(ask(target)).endsWith("legacy");
    }
}
