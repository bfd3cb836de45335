package com.rentwave.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.openapi.Route;
import com.rentwave.service.testing.ServiceRoutes;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the description of the API says about vehicles, and what this service answers, are the same. */
class RoutesTest {

    @Test
    void answersEveryAddressOfVehiclesThatIsDescribedAndNoOther() {
        Set<Route> described = ServiceRoutes.described("/api/vehicles");

        assertThat(described).isNotEmpty();
        assertThat(ServiceRoutes.answered("com.rentwave.vehicle")).isEqualTo(described);
    }
}
