package com.rentwave.facade.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rentwave.facade.api.MovingApi.Reading;
import com.rentwave.sync.Side;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MovingApisTest {

    private static final Reading PATIENTLY = new Reading(Duration.ofSeconds(2), true);

    @Test
    void anApiWithoutTheAddressOfItsServiceDoesNotMove() {
        MovingApis apis = apis(Map.of(
                "vehicles", SomeApis.api("vehicles", SomeApis.NOBODY, Map.of()),
                "rentals", SomeApis.api("rentals", null, Map.of())));

        assertThat(apis.names()).containsExactly("vehicles");
        assertThatThrownBy(() -> apis.of("rentals")).hasMessageContaining("rentals");
    }

    @Test
    void everythingThatDoesNotMoveIsTheMonoliths() {
        MovingApis apis =
                apis(Map.of("vehicles", SomeApis.api("vehicles", URI.create("http://127.0.0.1:8"), Map.of())));

        assertThat(apis.uri("wallet", Side.LEGACY)).isEqualTo(SomeApis.NOBODY);
        assertThat(apis.component("", Side.LEGACY)).isEqualTo("legacy-monolith");
        assertThat(apis.uri("vehicles", Side.SERVICE)).hasPort(8);
        assertThat(apis.component("vehicles", Side.SERVICE)).isEqualTo("vehicles-service");
        assertThat(apis.called("vehicles", Side.SERVICE)).isEqualTo("The service of vehicles");
    }

    @Test
    void knowsWhoseRowsAnotherApiOfTheMonolithReads() {
        MovingApis apis = apis(Map.of(
                "vehicles", SomeApis.api("vehicles", SomeApis.NOBODY, Map.of("rentals", PATIENTLY)),
                "rentals", SomeApis.api("rentals", SomeApis.NOBODY, Map.of())));

        assertThat(apis.needOf("rentals")).contains(new MovingApis.Need("vehicles", PATIENTLY));
        assertThat(apis.needOf("vehicles")).isEmpty();
    }

    @Test
    void refusesThatOneApiReadsTheRowsOfTwo() {
        assertThatThrownBy(() -> apis(Map.of(
                        "vehicles", SomeApis.api("vehicles", SomeApis.NOBODY, Map.of("search", PATIENTLY)),
                        "rentals", SomeApis.api("rentals", SomeApis.NOBODY, Map.of("search", PATIENTLY)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("search");
    }

    private static MovingApis apis(Map<String, MovingApi> apis) {
        return new MovingApis(new MovingApis.Backends(SomeApis.NOBODY), apis);
    }
}
