package com.rentwave.rental.service;

import static com.rentwave.rental.service.Samples.rent;
import static com.rentwave.rental.service.Samples.rented;
import static com.rentwave.rental.service.Samples.vehicleOnOffer;
import static com.rentwave.rental.service.TestService.ALICE;
import static com.rentwave.rental.service.TestService.BOB;
import static com.rentwave.rental.service.TestService.CAROL;
import static com.rentwave.rental.service.TestService.OTHERS;
import static com.rentwave.rental.service.TestService.call;
import static com.rentwave.rental.service.TestService.day;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.service.testing.ServiceDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxIT {

    private static final ServiceDatabase DATABASE = TestService.database();

    @BeforeEach
    void ownRentals() {
        TestService.owns();
        vehicleOnOffer(5, ALICE);
        OTHERS.give(BOB, 100_000);
    }

    @Test
    void tellsEveryChangeOnce() {
        String cancelled = rented(BOB, 5, 3, 5);
        call("POST", cancelled + "/cancel").by(BOB).send();
        call("POST", cancelled + "/cancel").by(BOB).send();
        String returned = rented(BOB, 5, 0, 1);
        Samples.moveClock(2);
        call("POST", returned + "/return").by(BOB).send();
        rent(CAROL, 5, 6, 7).send();

        assertThat(DATABASE.text(
                        "SELECT string_agg(type || ' ' || coalesce(actor::text, '-'), ', ' ORDER BY created_at)"
                                + " FROM outbox"))
                .isEqualTo("rent.start 2, rent.cancel 2, rent.start 2, rent.late -, rent.complete 2");
        assertThat(DATABASE.text("SELECT string_agg(DISTINCT aggregate_type || ':' || aggregate_id, ',') FROM outbox"
                        + " WHERE type IN ('rent.late', 'rent.complete')"))
                .isEqualTo("rental:" + returned.substring("/api/rentals/".length()));
        assertThat(DATABASE.text("SELECT data FROM outbox WHERE type = 'rent.late'"))
                .isEqualTo(
                        "{\"to\": \"" + day(1) + "\", \"day\": \"" + day(2) + "\", \"fee\": 900, \"from\": \"" + day(0)
                                + "\", \"item\": {\"id\": 5, \"type\": \"vehicle\", \"title\": \"Volkswagen Golf\"}, \"price\": 4500,"
                                + " \"ownerId\": 1, \"currency\": \"EUR\", \"lateDays\": 1, \"renterId\": 2}");
        assertThat(DATABASE.text("SELECT data FROM outbox WHERE type = 'rent.cancel'"))
                .isEqualTo("{\"to\": \"" + day(5) + "\", \"from\": \"" + day(3)
                        + "\", \"item\": {\"id\": 5, \"type\": \"vehicle\", \"title\": \"Volkswagen Golf\"}, \"price\": 9000,"
                        + " \"ownerId\": 1, \"currency\": \"EUR\", \"renterId\": 2}");
    }

    @Test
    void tellsTheTraceOfTheRequestAndTheWalletToo() {
        rent(BOB, 5, 3, 5)
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .send();

        assertThat(DATABASE.text("SELECT trace FROM outbox")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(OTHERS.traces).hasSize(2).allSatisfy(header -> assertThat(header)
                .matches("00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01"));
    }
}
