package com.rentwave.vehicle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.vehicle.VehicleQuery.After;
import com.rentwave.vehicle.VehicleSort;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceInListTest {

    @Test
    void readsThePlainFormThatBothSidesWrite() {
        assertThat(PlaceInList.parse("bmV3ZXN0OjE3NjM2MjkyMDAxMjM0NTY6MTI", VehicleSort.NEWEST))
                .contains(new After(1763629200123456L, 12));
        assertThat(PlaceInList.parse(encoded("price:0:7"), VehicleSort.CHEAPEST))
                .contains(new After(0, 7));
        assertThat(PlaceInList.parse(encoded("-price:4500:999999999999999999"), VehicleSort.DEAREST))
                .contains(new After(4500, 999999999999999999L));
    }

    @Test
    void belongsToOneOrder() {
        assertThat(PlaceInList.parse(encoded("price:0:7"), VehicleSort.DEAREST)).isEmpty();
        assertThat(PlaceInList.parse(encoded("-price:0:7"), VehicleSort.CHEAPEST))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "newest",
                "newest:1",
                "newest:1:",
                "newest::1",
                "newest:1:0",
                "newest:01:1",
                "newest:-1:1",
                "newest:1:01",
                "newest:1:1:1",
                " newest:1:1",
                "newest:1:1\n",
                "newest:1:1000000000000000000",
                "newest:1000000000000000000:1"
            })
    void isNothingElse(String plain) {
        assertThat(PlaceInList.parse(encoded(plain), VehicleSort.NEWEST)).isEmpty();
    }

    @Test
    void hasOneSpelling() {
        assertThat(PlaceInList.parse("bmV3ZXN0OjE6MQ", VehicleSort.NEWEST)).isPresent();
        assertThat(PlaceInList.parse("bmV3ZXN0OjE6MQ==", VehicleSort.NEWEST)).isEmpty();
        assertThat(PlaceInList.parse("bmV3ZXN0OjE6MR", VehicleSort.NEWEST)).isEmpty();
        assertThat(PlaceInList.parse("bmV3ZXN0 OjE6MQ", VehicleSort.NEWEST)).isEmpty();
    }

    private static String encoded(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }
}
