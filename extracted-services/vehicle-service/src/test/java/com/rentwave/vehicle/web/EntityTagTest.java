package com.rentwave.vehicle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.vehicle.Drive;
import com.rentwave.vehicle.Fuel;
import com.rentwave.vehicle.SizeClass;
import com.rentwave.vehicle.Transmission;
import com.rentwave.vehicle.Vehicle;
import com.rentwave.vehicle.VehicleDetails;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"3-abc\"            | true",
                "*                    | true",
                "\"1-x\", \"3-abc\"   | true",
                "\"1-x\",\"3-abc\",   | true",
                "\"1-x\", *           | true",
                "3-abc                | false",
                "W/\"3-abc\"          | false",
                "\"3-ABC\"            | false",
                "\"3-abc              | false",
                ",                    | false",
                "``                   | false"
            })
    void isListedAsItIsAndNotOtherwise(String header, boolean listed) {
        assertThat(EntityTag.listed(header, "\"3-abc\"")).isEqualTo(listed);
    }

    @DisplayName("rule 29: a vehicle made again under the id of one that is gone has another tag")
    @Test
    void tellsASuccessorWithTheSameIdApart() {
        Vehicle gone = vehicle(NOON);
        Vehicle successor = vehicle(NOON.plus(1, ChronoUnit.MICROS));

        assertThat(successor.version()).isEqualTo(gone.version());
        assertThat(EntityTag.of(successor)).isNotEqualTo(EntityTag.of(gone));
        assertThat(EntityTag.of(vehicle(NOON))).isEqualTo(EntityTag.of(gone));
    }

    private static Vehicle vehicle(Instant made) {
        VehicleDetails details = new VehicleDetails(
                "Fiat",
                "Panda",
                2014,
                SizeClass.MINI,
                4,
                225,
                Transmission.MANUAL,
                Fuel.PETROL,
                Drive.FRONT,
                new TreeMap<>(),
                2900,
                1500,
                "EUR",
                1,
                30);
        return new Vehicle(2, 7, details, made);
    }
}
