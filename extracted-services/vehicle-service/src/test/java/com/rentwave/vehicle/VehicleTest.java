package com.rentwave.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VehicleTest {

    private static final Instant MORNING = Instant.parse("2026-11-20T09:00:00.123456789Z");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void beginsAvailableAtVersionZeroWithTimesThatTheDatabaseCanKeep() {
        Vehicle vehicle = new Vehicle(2, 7, golf("Golf"), MORNING);

        assertThat(vehicle.available()).isTrue();
        assertThat(vehicle.version()).isZero();
        assertThat(vehicle.createdAt()).isEqualTo("2026-11-20T09:00:00.123456Z");
        assertThat(vehicle.updatedAt()).isEqualTo(vehicle.createdAt());
    }

    @Test
    void raisesItsVersionWithEveryChangeAlsoToTheSameValues() {
        Vehicle vehicle = new Vehicle(2, 7, golf("Golf"), MORNING);

        vehicle.change(golf("Golf"), NOON);
        vehicle.offer(true, NOON);

        assertThat(vehicle.version()).isEqualTo(2);
        assertThat(vehicle.updatedAt()).isEqualTo(NOON);
        assertThat(vehicle.createdAt()).isEqualTo("2026-11-20T09:00:00.123456Z");
    }

    @Test
    void keepsItsOfferWhenItsDetailsChange() {
        Vehicle vehicle = new Vehicle(2, 7, golf("Golf"), MORNING);
        vehicle.offer(false, NOON);

        vehicle.change(golf("Polo"), NOON);

        assertThat(vehicle.available()).isFalse();
        assertThat(vehicle.details()).isEqualTo(golf("Polo"));
    }

    @Test
    void belongsToItsOwnerOnly() {
        Vehicle vehicle = new Vehicle(2, 7, golf("Golf"), MORNING);

        vehicle.mustBelongTo(7);
        assertThatThrownBy(() -> vehicle.mustBelongTo(8)).isInstanceOf(NotYours.class);
    }

    private static VehicleDetails golf(String model) {
        return new VehicleDetails(
                "Volkswagen",
                model,
                2019,
                SizeClass.COMPACT,
                5,
                380,
                Transmission.MANUAL,
                Fuel.PETROL,
                Drive.FRONT,
                new TreeMap<>(Map.of("colour", "blue")),
                4500,
                900,
                "EUR",
                1,
                14);
    }
}
