package com.rentwave.vehicle.service;

import static com.rentwave.vehicle.service.Samples.GOLF;
import static com.rentwave.vehicle.service.Samples.added;
import static com.rentwave.vehicle.service.TestService.ALICE;
import static com.rentwave.vehicle.service.TestService.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.service.testing.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What whoever rents out a vehicle asks its owner. */
class OffersIT {

    private long epoch;
    private String id;

    @BeforeEach
    void ownAVehicle() {
        epoch = TestService.owns();
        id = added(ALICE, GOLF).header("Location").substring("/api/vehicles/".length());
    }

    @Test
    void tellsTheTermsOfAVehicle() {
        Reply offer = offer(id);

        assertThat(offer.status()).isEqualTo(200);
        assertThat(offer.header("Content-Type")).isEqualTo("application/json");
        assertThat(offer.body())
                .isEqualTo("{\"title\":\"Volkswagen Golf\",\"ownerId\":1,\"pricePerDay\":4500,\"lateFeePerDay\":900,"
                        + "\"currency\":\"EUR\",\"minDays\":1,\"maxDays\":14,\"available\":true}");
    }

    @Test
    void tellsThatItsOwnerPausesTheOffer() {
        call("PUT", "/api/vehicles/" + id + "/availability")
                .by(ALICE)
                .json("{\"available\":false}")
                .send();

        assertThat(offer(id).body()).endsWith("\"available\":false}");
    }

    @Test
    void knowsNoVehicleThatIsNotThere() {
        for (String wrong : new String[] {"998", "0", "x"}) {
            Reply offer = offer(wrong);

            assertThat(offer.status()).isEqualTo(404);
            assertThat(offer.body()).contains("\"detail\":\"There is no vehicle " + wrong + ".\"");
        }
    }

    @DisplayName("rule 22: nobody decides by a copy that lags")
    @Test
    void tellsNothingOfVehiclesThatSomebodyElseOwns() {
        TestService.database().takeOwnership(epoch + 1);

        Reply offer = offer(id);

        assertThat(offer.status()).isEqualTo(421);
        assertThat(offer.header("RentWave-Epoch")).isEqualTo(Long.toString(epoch + 1));
        assertThat(offer.body()).contains("\"type\":\"urn:rentwave:problem:not-owner\"");
    }

    @Test
    void tellsNothingToUsers() {
        Reply anonymous = call("GET", "/internal/offers/vehicle/" + id).send();
        Reply user = call("GET", "/internal/offers/vehicle/" + id).by(ALICE).send();

        assertThat(anonymous.status()).isEqualTo(401);
        assertThat(anonymous.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(anonymous.body()).contains("\"detail\":\"Send the internal token as a bearer token.\"");
        assertThat(user.status()).isEqualTo(401);
    }

    private static Reply offer(String id) {
        return call("GET", "/internal/offers/vehicle/" + id)
                .header("Authorization", "Bearer " + TestService.INTERNAL_TOKEN)
                .send();
    }
}
