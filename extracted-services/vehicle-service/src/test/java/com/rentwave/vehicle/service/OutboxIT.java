package com.rentwave.vehicle.service;

import static com.rentwave.vehicle.service.Samples.GOLF;
import static com.rentwave.vehicle.service.TestService.ALICE;
import static com.rentwave.vehicle.service.TestService.BOB;
import static com.rentwave.vehicle.service.TestService.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.service.testing.Reply;
import com.rentwave.service.testing.ServiceDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxIT {

    private static final ServiceDatabase DATABASE = TestService.database();
    private static final String EVENTS =
            "SELECT coalesce(string_agg(type || ' ' || (data ->> 'change') || ' ' || (data ->> 'available'), ', ' ORDER BY created_at), '') FROM outbox";

    @BeforeEach
    void ownVehicles() {
        TestService.owns();
        DATABASE.execute("DELETE FROM outbox");
    }

    @Test
    void tellsEveryChangeOnce() {
        Reply vehicle = call("POST", "/api/vehicles")
                .by(ALICE)
                .header("Idempotency-Key", "k")
                .json(GOLF)
                .send();
        String address = vehicle.header("Location");
        call("POST", "/api/vehicles")
                .by(ALICE)
                .header("Idempotency-Key", "k")
                .json(GOLF)
                .send();
        call("PUT", address).by(ALICE).header("If-Match", "*").json(GOLF).send();
        call("PUT", address + "/availability")
                .by(ALICE)
                .json("{\"available\":false}")
                .send();
        call("DELETE", address).by(ALICE).send();

        assertThat(DATABASE.text(EVENTS))
                .isEqualTo(
                        "vehicle.add add true, vehicle.update change true, vehicle.update availability false, vehicle.update delete false");
        assertThat(DATABASE.text("SELECT DISTINCT aggregate_type || ':' || aggregate_id || ' ' || actor FROM outbox"))
                .isEqualTo("vehicle:" + address.replaceFirst(".*/", "") + ' ' + ALICE);
        assertThat(DATABASE.text("SELECT data FROM outbox WHERE type = 'vehicle.add'"))
                .isEqualTo("{\"title\": \"Volkswagen Golf\", \"change\": \"add\", \"ownerId\": " + ALICE
                        + ", \"currency\": \"EUR\", \"available\": true, \"pricePerDay\": 4500}");
    }

    @Test
    void tellsTheTraceOfTheRequest() {
        call("POST", "/api/vehicles")
                .by(ALICE)
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .json(GOLF)
                .send();

        assertThat(DATABASE.text("SELECT trace FROM outbox")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void tellsNothingOfAWriteThatIsRefused() {
        String address =
                call("POST", "/api/vehicles").by(ALICE).json(GOLF).send().header("Location");
        DATABASE.execute("DELETE FROM outbox");

        assertThat(call("DELETE", address).by(BOB).send().status()).isEqualTo(403);
        assertThat(call("PUT", address)
                        .by(ALICE)
                        .header("If-Match", "\"9-x\"")
                        .json(GOLF)
                        .send()
                        .status())
                .isEqualTo(412);
        DATABASE.takeOwnership(TestService.nextEpoch());
        assertThat(call("DELETE", address).by(ALICE).send().status()).isEqualTo(421);

        assertThat(DATABASE.text(EVENTS)).isEmpty();
    }
}
