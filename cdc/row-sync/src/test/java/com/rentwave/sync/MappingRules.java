package com.rentwave.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the mapping of every API keeps. */
abstract class MappingRules {

    static final int TRIES = 20_000;

    final ApiMapping mapping;

    MappingRules(ApiMapping mapping) {
        this.mapping = mapping;
    }

    /** A row of a table in legacy. */
    record LegacyRow(String table, Map<String, Object> columns) {}

    /** A row of each table of the API, as chance wills. */
    abstract List<LegacyRow> anyRows(Random random);

    /** Seeds are fixed, so a failure can be repeated. */
    @TestFactory
    Stream<DynamicTest> everyLegacyRowComesBackUnchanged() {
        return Stream.of(1L, 2L, 3L)
                .map(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    Random random = new Random(seed);
                    for (int i = 0; i < TRIES; i++) {
                        anyRows(random).forEach(this::comesBack);
                    }
                }));
    }

    private void comesBack(LegacyRow row) {
        String serviceTable =
                mapping.table(Side.LEGACY, row.table()).shape(Side.SERVICE).name();
        Map<String, Object> service = mapping.toService(row.table(), row.columns());

        assertThat(mapping.toLegacy(serviceTable, service)).isEqualTo(row.columns());
        assertThat(mapping.toService(row.table(), mapping.toLegacy(serviceTable, service)))
                .isEqualTo(service);
    }

    @Test
    void hasAPlaceForEveryTableInAnyRows() {
        assertThat(anyRows(new Random(1)))
                .extracting(LegacyRow::table)
                .containsExactlyElementsOf(mapping.tables().stream()
                        .map(table -> table.shape(Side.LEGACY).name())
                        .toList());
    }

    /**
     * Sees a row refused because of one column.
     *
     * @param key of the row, as in {@code veh_id=17}
     */
    void refuses(LegacyRow row, String key, String column) {
        assertThatThrownBy(() -> mapping.toService(row.table(), row.columns()))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(row.table() + '.' + column + " of " + key);
    }

    void refusesTheTable(String table) {
        assertThatThrownBy(() -> mapping.toService(table, Map.of()))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(table);
    }
}
