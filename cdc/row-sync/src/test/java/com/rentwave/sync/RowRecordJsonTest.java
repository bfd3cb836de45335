package com.rentwave.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowRecordJsonTest {

    @Test
    void everyRecordComesBackUnchanged() {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            RowRecord record = new RowRecord(
                    RowRecord.Kind.values()[random.nextInt(6)],
                    "vehicles",
                    random.nextBoolean() ? Side.LEGACY : Side.SERVICE,
                    random.nextLong(),
                    Long.toUnsignedString(random.nextLong()),
                    random.nextInt(),
                    new Lsn(random.nextLong()),
                    random.nextBoolean() ? null : "749",
                    random.nextInt(10),
                    random.nextBoolean(),
                    random.nextBoolean() ? null : TestRows.text(random, 30),
                    List.of(
                            new RowChange("t_veh", RowChange.Op.INSERT, TestRows.anyLegacyVehicle(random)),
                            new RowChange("t_veh_idem", RowChange.Op.UPDATE, TestRows.anyLegacyKey(random)),
                            new RowChange("t_veh", RowChange.Op.DELETE, Map.of("veh_id", random.nextLong())),
                            new RowChange("vehicle", RowChange.Op.UPDATE, Map.of("available", random.nextBoolean()))));

            assertThat(RowRecordJson.read(RowRecordJson.write(record))).isEqualTo(record);
        }
    }

    @Test
    void hasTheAgreedForm() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("usr_id", 1L);
        row.put("loc_tx", null);
        RowRecord record = new RowRecord(
                RowRecord.Kind.CHANGES,
                "vehicles",
                Side.LEGACY,
                0,
                "7461234567890123456",
                1,
                Lsn.parse("0/1A2B3C8"),
                "749",
                0,
                true,
                null,
                List.of(new RowChange("t_veh_idem", RowChange.Op.DELETE, row)));

        assertThat(new String(RowRecordJson.write(record), StandardCharsets.UTF_8))
                .isEqualTo("{\"kind\":\"CHANGES\",\"api\":\"vehicles\",\"side\":\"legacy\",\"epoch\":0,"
                        + "\"systemId\":\"7461234567890123456\",\"timeline\":1,\"lsn\":\"0/1A2B3C8\",\"tx\":\"749\","
                        + "\"part\":0,\"last\":true,\"barrier\":null,\"changes\":[{\"table\":\"t_veh_idem\","
                        + "\"op\":\"DELETE\",\"row\":{\"usr_id\":1,\"loc_tx\":null}}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"kind\":\"NEW\"}",
                "{\"kind\":\"HEARTBEAT\",\"api\":\"vehicles\",\"side\":\"elsewhere\",\"epoch\":0,\"systemId\":\"1\","
                        + "\"timeline\":1,\"lsn\":\"0/1\",\"tx\":null,\"part\":0,\"last\":true,\"barrier\":null,\"changes\":[]}",
                "{\"kind\":\"HEARTBEAT\",\"api\":\"vehicles\",\"side\":\"legacy\",\"epoch\":0.5,\"systemId\":\"1\","
                        + "\"timeline\":1,\"lsn\":\"0/1\",\"tx\":null,\"part\":0,\"last\":true,\"barrier\":null,\"changes\":[]}",
                "{\"kind\":\"CHANGES\",\"api\":\"vehicles\",\"side\":\"legacy\",\"epoch\":0,\"systemId\":\"1\","
                        + "\"timeline\":1,\"lsn\":\"0/1\",\"tx\":null,\"part\":0,\"last\":true,\"barrier\":null,"
                        + "\"changes\":[{\"table\":\"t_veh\",\"op\":\"INSERT\",\"row\":{\"veh_id\":1.5}}]}"
            })
    void refusesWhatIsNotARecord(String json) {
        assertThatThrownBy(() -> RowRecordJson.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
