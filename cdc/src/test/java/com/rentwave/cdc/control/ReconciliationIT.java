package com.rentwave.cdc.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.cdc.platform.Load;
import com.rentwave.cdc.platform.Vehicles;
import com.rentwave.sync.Side;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the application tells of the rows of both sides: differences, and what has no counterpart. */
class ReconciliationIT extends WithCdc {

    /** All kept answers are looked at each time. */
    @Override
    Map<String, Object> settings() {
        return Map.of("RENTWAVE_KEPT_ANSWERS_PROVE_EVERY", "PT0S");
    }

    @DisplayName("rule 16: a difference is told, and no value is written over another or revived")
    @Test
    void findsPlantedDifferencesAndCallsACleanPairClean() throws Exception {
        for (long id = 1; id < 41; id += 2) {
            postgres.run(Side.LEGACY, Vehicles.insertLegacy(id, "M" + id, "k=v\\=w\nl=" + id));
        }
        postgres.run(
                Side.LEGACY,
                "INSERT INTO t_veh_idem VALUES (7, 'key-1', 'h', 201, '{}', '\"0-a\"', '/api/vehicles/1', now())");
        arm();
        awaitRows(Side.SERVICE, "vehicle", 20);
        awaitRows(Side.SERVICE, "vehicle_idempotency", 1);

        JsonNode clean = cdc.post("/reconcile/vehicles");
        plant("UPDATE vehicle SET price_per_day = 1 WHERE id = 3");
        plant("DELETE FROM vehicle WHERE id = 5");
        plant(Vehicles.insertService(100));
        plant("UPDATE vehicle_idempotency SET status = 500");
        JsonNode dirty = cdc.post("/reconcile/vehicles");

        assertThat(clean.path("clean").booleanValue()).isTrue();
        assertThat(clean.path("compared").longValue()).isEqualTo(21);
        assertThat(dirty.path("clean").booleanValue()).isFalse();
        assertThat(dirty.path("differences"))
                .extracting(
                        d -> d.path("table").textValue() + ' ' + d.path("key").textValue())
                .containsExactly(
                        "t_veh veh_id=3", "t_veh veh_id=5", "t_veh veh_id=100", "t_veh_idem usr_id=7, idem_key=key-1");
        assertThat(dirty.path("differences")
                        .get(0)
                        .path("legacy")
                        .path("day_prc_am")
                        .longValue())
                .isEqualTo(4500);
        assertThat(dirty.path("differences")
                        .get(0)
                        .path("service")
                        .path("price_per_day")
                        .longValue())
                .isEqualTo(1);
        assertThat(dirty.path("differences").get(1).path("service").isNull()).isTrue();
        assertThat(dirty.path("differences").get(2).path("legacy").isNull()).isTrue();
        assertThat(postgres.text(Side.LEGACY, "SELECT sum(day_prc_am) FROM t_veh WHERE veh_id IN (3, 5)"))
                .as("the owner's rows")
                .isEqualTo("9000");
        assertThat(postgres.text(
                        Side.SERVICE, "SELECT string_agg(id::text, ' ' ORDER BY id) FROM vehicle WHERE id IN (5, 100)"))
                .as("the copy's rows")
                .isEqualTo("100");
    }

    @DisplayName("rule 15: the rows changed since the last clean pass are compared, and the keys of all")
    @Test
    void comparesOnlyRecentRowsAndTheKeysOfAllWhenAskedTo() throws Exception {
        postgres.run(Side.LEGACY, Vehicles.insertLegacyRange(1, 2_000, "Old"));
        arm();
        awaitRows(Side.SERVICE, "vehicle", 1_000);
        Instant since = Instant.now().minusSeconds(1);
        postgres.run(
                Side.LEGACY, "UPDATE t_veh SET upd_ts = now() AT TIME ZONE 'UTC', ver_no = 1 WHERE veh_id IN (7, 9)");
        await("rows").atMost(LONG).until(() -> "2"
                .equals(postgres.text(Side.SERVICE, "SELECT count(*) FROM vehicle WHERE version = 1")));

        JsonNode clean = cdc.post("/reconcile/vehicles?since=" + since);
        plant("UPDATE vehicle SET model = 'Other' WHERE id = 7");
        JsonNode changed = cdc.post("/reconcile/vehicles?since=" + since);
        plant("UPDATE vehicle SET model = 'Old' WHERE id = 7");
        plant("DELETE FROM vehicle WHERE id = 1501");
        JsonNode missing = cdc.post("/reconcile/vehicles?since=" + since);

        assertThat(clean.path("clean").booleanValue()).isTrue();
        assertThat(clean.path("compared").longValue()).isEqualTo(2);
        assertThat(changed.path("differences")).hasSize(1);
        assertThat(missing.path("differences").get(0).path("key").textValue()).isEqualTo("veh_id=1501");
    }

    @Test
    void doesNotCompareAllRowsBecauseSomeComeAndGoMeanwhile() throws Exception {
        postgres.run(Side.LEGACY, Vehicles.insertLegacyRange(1, 10_000, "Old"));
        arm();
        awaitRows(Side.SERVICE, "vehicle", 5_000);

        try (Load load = new Load(postgres, 2)) {
            for (int i = 1; i <= 10; i++) {
                long before = load.commits();
                await("writes").atMost(LONG).until(() -> load.commits() > before + 20);
                JsonNode found = cdc.post("/reconcile/vehicles?since=" + Instant.now());

                assertThat(found.path("clean").booleanValue())
                        .as(found.toString())
                        .isTrue();
                assertThat(found.path("compared").longValue()).isLessThan(5_000);
            }
        }
    }

    @Test
    void comparesOnlyWhatWasWrittenSinceAllRowsWereEqual() throws Exception {
        postgres.run(Side.LEGACY, Vehicles.insertLegacyRange(1, 2_000, "Old"));
        arm();
        awaitRows(Side.SERVICE, "vehicle", 1_000);

        JsonNode all = cdc.post("/prove/vehicles");
        postgres.run(Side.LEGACY, "UPDATE t_veh SET ver_no = 1 WHERE veh_id IN (7, 9)");
        await("rows").atMost(LONG).until(() -> "2"
                .equals(postgres.text(Side.SERVICE, "SELECT count(*) FROM vehicle WHERE version = 1")));
        JsonNode written = cdc.post("/prove/vehicles");
        JsonNode again = cdc.post("/reconcile/vehicles");

        assertThat(all.path("clean").booleanValue()).isTrue();
        assertThat(all.path("compared").longValue()).isEqualTo(1_000);
        assertThat(all.path("provenAt").isNull()).isTrue();
        assertThat(written.path("clean").booleanValue()).isTrue();
        assertThat(written.path("compared").longValue()).isEqualTo(2);
        assertThat(written.path("provenAt")).isEqualTo(all.path("startedAt"));
        assertThat(again.path("compared").longValue())
                .as("rows of a comparison of all")
                .isEqualTo(1_000);
    }

    @DisplayName("rule 15: what changes a row and does not say so is found all the same")
    @Test
    void findsWhatWasWrittenSilentlySinceAllRowsWereEqual() throws Exception {
        postgres.run(Side.LEGACY, Vehicles.insertLegacyRange(1, 2_000, "Old"));
        keepAnswers("key-", 9_000, "repeat('x', 500)", "now()");
        arm();
        awaitRows(Side.SERVICE, "vehicle", 1_000);
        awaitRows(Side.SERVICE, "vehicle_idempotency", 9_000);

        boolean clean = cdc.post("/prove/vehicles").path("clean").booleanValue();
        plant("UPDATE vehicle SET price_per_day = 1 WHERE id = 3");
        plant("DELETE FROM vehicle WHERE id = 1501");
        plant(Vehicles.insertService(100));
        plant("DELETE FROM vehicle_idempotency WHERE key IN ('key-1', 'key-9000')");
        plant("UPDATE vehicle_idempotency SET status = 500 WHERE key = 'key-4500'");
        JsonNode dirty = cdc.post("/prove/vehicles");
        JsonNode still = cdc.post("/prove/vehicles");

        assertThat(clean).isTrue();
        assertThat(dirty.path("differences"))
                .extracting(
                        d -> d.path("table").textValue() + ' ' + d.path("key").textValue())
                .containsExactlyInAnyOrder(
                        "t_veh veh_id=3",
                        "t_veh veh_id=1501",
                        "t_veh veh_id=100",
                        "t_veh_idem usr_id=7, idem_key=key-1",
                        "t_veh_idem usr_id=7, idem_key=key-4500",
                        "t_veh_idem usr_id=7, idem_key=key-9000");
        assertThat(dirty.path("clean").booleanValue()).isFalse();
        assertThat(dirty.path("expiringProvenAt").isNull()).isTrue();
        assertThat(still.path("differences")).hasSize(6);
        assertThat(still.path("provenAt").isNull())
                .as("all rows are compared after a difference")
                .isTrue();
    }

    @Test
    void comparesAllThatWasWrittenHoweverMuchThatIs() throws Exception {
        arm();
        JsonNode none = cdc.post("/prove/vehicles");
        keepAnswers("key-", 30_001, "'{}'", "now()");
        awaitRows(Side.SERVICE, "vehicle_idempotency", 30_001);
        plant("UPDATE vehicle_idempotency SET status = 500 WHERE key = 'key-19999'");
        JsonNode many = cdc.post("/prove/vehicles");

        assertThat(none.path("clean").booleanValue()).isTrue();
        assertThat(many.path("provenAt")).isEqualTo(none.path("startedAt"));
        assertThat(many.path("compared").longValue()).isEqualTo(30_001);
        assertThat(many.path("differences")).hasSize(1);
        assertThat(many.path("differences").get(0).path("key").textValue()).isEqualTo("usr_id=7, idem_key=key-19999");
    }

    /** More than one stretch of a table, and few enough to be read by their places. */
    @Test
    void comparesWhatWasWrittenAllOverALargeTable() throws Exception {
        arm();
        keepAnswers("key-", 9_000, "repeat('x', 500)", "now()");
        awaitRows(Side.SERVICE, "vehicle_idempotency", 9_000);
        JsonNode all = cdc.post("/prove/vehicles");
        postgres.run(Side.LEGACY, "UPDATE t_veh_idem SET req_hash = 'i'");
        await("rows").atMost(LONG).until(() -> "9000"
                .equals(postgres.text(
                        Side.SERVICE, "SELECT count(*) FROM vehicle_idempotency WHERE request_hash = 'i'")));
        plant("UPDATE vehicle_idempotency SET status = 500 WHERE key IN ('key-10', 'key-4500', 'key-8990')");

        JsonNode written = cdc.post("/prove/vehicles");

        assertThat(written.path("provenAt")).isEqualTo(all.path("startedAt"));
        assertThat(written.path("compared").longValue()).isEqualTo(9_000);
        assertThat(written.path("differences"))
                .extracting(d -> d.path("key").textValue())
                .containsExactlyInAnyOrder(
                        "usr_id=7, idem_key=key-10", "usr_id=7, idem_key=key-4500", "usr_id=7, idem_key=key-8990");
    }

    @Test
    void provesTheMappingOnEveryLiveRowOfTheOwner() throws Exception {
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(1));
        postgres.run(Side.LEGACY, Vehicles.insertLegacy(3, "Bad", "no equals sign"));

        JsonNode proof = cdc.get("/mapping/vehicles");

        assertThat(proof.path("rows").longValue()).isEqualTo(2);
        assertThat(proof.path("failures")).hasSize(1);
        assertThat(proof.path("failures").get(0).path("table").textValue()).isEqualTo("t_veh");
        assertThat(proof.path("failures").get(0).path("key").textValue()).isEqualTo("veh_id=3");
        assertThat(proof.path("failures").get(0).path("reason").textValue()).contains("no '='");
    }
}
