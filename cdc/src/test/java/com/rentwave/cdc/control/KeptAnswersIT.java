package com.rentwave.cdc.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.cdc.platform.Vehicles;
import com.rentwave.sync.Side;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a proof looks at of kept answers when all of them were looked at a while ago. */
class KeptAnswersIT extends WithCdc {

    private JsonNode first;

    @Override
    Map<String, Object> settings() {
        return Map.of("RENTWAVE_KEPT_ANSWERS_PROVE_EVERY", "PT1H");
    }

    @BeforeEach
    void proveAll() throws Exception {
        postgres.run(Side.LEGACY, Vehicles.insertLegacyRange(1, 20, "Old"));
        keepAnswers("old-", 1_000, "'{}'", "now() AT TIME ZONE 'UTC' - interval '1 hour'");
        arm();
        awaitRows(Side.SERVICE, "vehicle", 10);
        awaitRows(Side.SERVICE, "vehicle_idempotency", 1_000);
        first = cdc.post("/prove/vehicles");
        assertThat(first.path("clean").booleanValue()).isTrue();
        assertThat(first.path("expiringProvenAt").isNull()).isTrue();
    }

    @Test
    void comparesThoseWrittenSinceAndTellsWhenItLookedAtAll() throws Exception {
        JsonNode second = cdc.post("/prove/vehicles");
        postgres.run(Side.LEGACY, insert("new-1"));
        awaitRows(Side.SERVICE, "vehicle_idempotency", 1_001);
        JsonNode third = cdc.post("/prove/vehicles");

        assertThat(third.path("clean").booleanValue()).isTrue();
        assertThat(third.path("compared").longValue()).isEqualTo(1);
        assertThat(third.path("provenAt")).isEqualTo(second.path("startedAt"));
        assertThat(third.path("expiringProvenAt")).isEqualTo(first.path("startedAt"));
    }

    @DisplayName("rule 15: an answer that was lost on the way since the last proof is found")
    @Test
    void findsOneThatWasLost() throws Exception {
        postgres.run(Side.LEGACY, insert("new-1"));
        awaitRows(Side.SERVICE, "vehicle_idempotency", 1_001);
        plant("DELETE FROM vehicle_idempotency WHERE key = 'new-1'");

        JsonNode found = cdc.post("/prove/vehicles");

        assertThat(found.path("clean").booleanValue()).isFalse();
        assertThat(found.path("differences").get(0).path("key").textValue()).isEqualTo("usr_id=7, idem_key=new-1");
    }

    @DisplayName("rule 15: vehicles are all looked at each time, whatever they say themselves")
    @Test
    void findsAVehicleThatWasChangedSilently() throws Exception {
        plant("UPDATE vehicle SET price_per_day = 1 WHERE id = 3");

        JsonNode found = cdc.post("/prove/vehicles");

        assertThat(found.path("differences").get(0).path("key").textValue()).isEqualTo("veh_id=3");
    }

    @Test
    void looksAtAllAgainAfterADifference() throws Exception {
        plant("DELETE FROM vehicle_idempotency WHERE key = 'old-500'");
        plant("UPDATE vehicle SET price_per_day = 1 WHERE id = 3");

        JsonNode found = cdc.post("/prove/vehicles");
        JsonNode again = cdc.post("/prove/vehicles");

        assertThat(found.path("differences")).hasSize(1);
        assertThat(again.path("differences")).hasSize(2);
        assertThat(again.path("expiringProvenAt").isNull()).isTrue();
    }

    private static String insert(String key) {
        return "INSERT INTO t_veh_idem VALUES (7, '" + key
                + "', 'h', 201, '{}', '\"0-a\"', '/x', now() AT TIME ZONE 'UTC')";
    }
}
