package com.rentwave.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VehiclesMappingTest extends MappingRules {

    VehiclesMappingTest() {
        super(VehiclesMapping.mapping());
    }

    @Override
    List<LegacyRow> anyRows(Random random) {
        return List.of(
                new LegacyRow("t_veh", TestRows.anyLegacyVehicle(random)),
                new LegacyRow("t_veh_idem", TestRows.anyLegacyKey(random)));
    }

    @Test
    void everyObjectOfStringsComesBackUnchanged() {
        Random random = new Random(4);
        for (int i = 0; i < TRIES; i++) {
            TreeMap<String, String> attributes = new TreeMap<>();
            for (int n = random.nextInt(6); n > 0; n--) {
                attributes.put(TestRows.text(random, 5), TestRows.text(random, 9));
            }
            Map<String, Object> service = Map.of("attributes", JsonText.write(attributes));

            Map<String, Object> legacy = mapping.toLegacy("vehicle", service);

            assertThat(mapping.toService("t_veh", legacy)).isEqualTo(service);
        }
    }

    @Test
    void mapsEveryColumnOfBothTables() {
        Map<String, Object> service = mapping.toService("t_veh", TestRows.legacyVehicle(17));

        assertThat(service)
                .containsEntry("id", 17L)
                .containsEntry("owner_id", 7L)
                .containsEntry("make", "Skoda")
                .containsEntry("model", "Octavia")
                .containsEntry("model_year", 2021L)
                .containsEntry("size_class", "WAGON")
                .containsEntry("seats", 5L)
                .containsEntry("boot_litres", 640L)
                .containsEntry("transmission", "MANUAL")
                .containsEntry("fuel", "DIESEL")
                .containsEntry("drive", "FRONT")
                .containsEntry("attributes", "{\"colour\":\"red\",\"tow bar\":\"yes\"}")
                .containsEntry("price_per_day", 4500L)
                .containsEntry("late_fee_per_day", 2000L)
                .containsEntry("currency", "EUR")
                .containsEntry("min_days", 1L)
                .containsEntry("max_days", 30L)
                .containsEntry("available", true)
                .containsEntry("version", 0L)
                .containsEntry("created_at", "2026-11-20T09:00:00.123456Z")
                .containsEntry("updated_at", "2026-11-20T09:00:00.123456Z")
                .hasSize(21);
    }

    @Test
    void takesAnyWhiteSpaceAndOrderInJson() {
        Map<String, Object> legacy = mapping.toLegacy("vehicle", Map.of("attributes", "{\"b\": \"2\", \"aa\": \"1\"}"));

        assertThat(legacy).containsEntry("attr_tx", "aa=1\nb=2");
    }

    @Test
    void keepsNullsAndColumnsThatAreLeftOut() {
        Map<String, Object> key = TestRows.legacyKey(1, "k");
        key.remove("resp_tx");

        assertThat(mapping.toService("t_veh_idem", key))
                .containsEntry("location", null)
                .doesNotContainKey("body");
    }

    @ParameterizedTest
    @CsvSource({
        "sz_cd, XX",
        "sz_cd, ''",
        "trn_cd, m",
        "fuel_cd, P",
        "drv_cd, X",
        "avl_fl, ' '",
        "crt_ts, infinity",
        "crt_ts, 2026-11-20T09:00:00",
        "attr_tx, no equals sign",
        "attr_tx, a=b=c",
        "attr_tx, a=\\x",
        "attr_tx, a=b\\"
    })
    void refusesAValueThatHasNoCounterpart(String column, String value) {
        refuses(new LegacyRow("t_veh", TestRows.legacyVehicle(17, column, value)), "veh_id=17", column);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"a\":1}", "{\"a\":null}", "{\"a\":\"1\",\"a\":\"2\"}", "{} {}", "", "null", "{"})
    void refusesAttributesThatAreNoObjectOfStrings(String json) {
        assertThatThrownBy(() -> mapping.toLegacy("vehicle", Map.of("attributes", json)))
                .isInstanceOf(MappingException.class);
    }

    @Test
    void refusesAColumnOrATableThatIsNotMapped() {
        assertThatThrownBy(() -> mapping.toService("t_veh", Map.of("veh_id", 1L, "new_cd", "X")))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("new_cd");
        refusesTheTable("t_usr");
    }
}
