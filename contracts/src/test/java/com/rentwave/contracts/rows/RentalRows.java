package com.rentwave.contracts.rows;

import static com.rentwave.contracts.rows.RowForms.day;
import static com.rentwave.contracts.rows.RowForms.form;
import static com.rentwave.contracts.rows.RowForms.instant;
import static com.rentwave.contracts.rows.RowForms.localTime;

import au.com.dius.pact.consumer.MessagePactBuilder;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonArray;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Rows of rentals: both sides' records are alike, and of other tables. */
enum RentalRows {
    LEGACY(
            RowTopic.RENTALS_LEGACY,
            "t_rnt",
            "t_rnt_late",
            "t_rnt_idem",
            RentalRows::legacyRental,
            RentalRows::legacyDayLate,
            RentalRows::legacyIdempotencyKey),
    SERVICE(
            RowTopic.RENTALS_SERVICE,
            "rental",
            "rental_late",
            "rental_idempotency",
            RentalRows::serviceRental,
            RentalRows::serviceDayLate,
            RentalRows::serviceIdempotencyKey);

    static final String LEGACY_TOPIC = "rentwave.rows.rentals.legacy";
    static final String SERVICE_TOPIC = "rentwave.rows.rentals.service";

    private static final String FROM = "2090-03-01";
    private static final String TO = "2090-03-03";

    /** What became of a rental of two days. */
    private enum Stage {
        BOOKED("A", "ACTIVE", true),
        CANCELLED("C", "CANCELLED", true),
        RETURNED("R", "RETURNED", false),
        LATE("A", "ACTIVE", false);

        private final String code;
        private final String word;
        private final boolean toCome;

        /** @param toCome whether its days are far off; else they are around today */
        Stage(String code, String word, boolean toCome) {
            this.code = code;
            this.word = word;
            this.toCome = toCome;
        }

        private int lateDays() {
            return this == LATE ? 1 : 0;
        }
    }

    private final RowTopic topic;
    private final String rentals;
    private final String daysLate;
    private final String keys;
    private final BiConsumer<LambdaDslObject, Stage> rental;
    private final Consumer<LambdaDslObject> dayLate;
    private final Consumer<LambdaDslObject> key;

    RentalRows(
            RowTopic topic,
            String rentals,
            String daysLate,
            String keys,
            BiConsumer<LambdaDslObject, Stage> rental,
            Consumer<LambdaDslObject> dayLate,
            Consumer<LambdaDslObject> key) {
        this.topic = topic;
        this.rentals = rentals;
        this.daysLate = daysLate;
        this.keys = keys;
        this.rental = rental;
        this.dayLate = dayLate;
        this.key = key;
    }

    RowTopic topic() {
        return topic;
    }

    V4Pact added(MessagePactBuilder pact) {
        return topic.changes(pact, "a user rents a vehicle", "the rows of a new rental", this::added);
    }

    V4Pact copied(MessagePactBuilder pact) {
        return topic.copied(pact, this::added);
    }

    private void added(LambdaDslJsonArray changes) {
        RowTopic.change(change(changes, "INSERT", Stage.BOOKED), keys, "INSERT", key);
    }

    V4Pact cancelled(MessagePactBuilder pact) {
        return topic.changes(
                pact,
                "a user cancels a rental",
                "the rows of a cancelled rental",
                changes -> change(changes, "UPDATE", Stage.CANCELLED));
    }

    V4Pact returned(MessagePactBuilder pact) {
        return topic.changes(
                pact,
                "a user gives back what was rented",
                "the rows of a rental that is back",
                changes -> change(changes, "UPDATE", Stage.RETURNED));
    }

    V4Pact late(MessagePactBuilder pact) {
        return topic.changes(
                pact,
                "a rented vehicle is not brought back",
                "the rows of a rental that is late",
                changes -> RowTopic.change(change(changes, "UPDATE", Stage.LATE), daysLate, "INSERT", dayLate));
    }

    private LambdaDslJsonArray change(LambdaDslJsonArray changes, String op, Stage stage) {
        return RowTopic.change(changes, rentals, op, row -> rental.accept(row, stage));
    }

    private static void legacyRental(LambdaDslObject row, Stage stage) {
        days(row, stage, "frm_dt", "to_dt", "occ_to_dt");
        row.integerType("rnt_id", 5)
                .stringValue("itm_cd", "V")
                .integerType("itm_id", 17)
                .stringValue("ttl_tx", "Skoda Octavia Combi")
                .integerType("rntr_usr_id", 7)
                .integerType("own_usr_id", 8)
                .numberValue("prc_am", 9000)
                .numberValue("late_fee_am", 2000)
                .stringValue("ccy_cd", "EUR")
                .stringValue("sts_cd", stage.code)
                .numberValue("late_dd", stage.lateDays())
                .numberValue("late_am", 2000 * stage.lateDays());
        localTime(localTime(row, "crt_ts"), "upd_ts");
        whenIn(stage == Stage.RETURNED, row, "ret_ts", RowForms::localTime);
        whenIn(stage == Stage.CANCELLED, row, "can_ts", RowForms::localTime);
    }

    private static void legacyDayLate(LambdaDslObject row) {
        day(row.integerType("rnt_id", 5).numberValue("fee_am", 2000), "day_dt", "2020-03-04");
        localTime(row, "crt_ts");
    }

    private static void legacyIdempotencyKey(LambdaDslObject row) {
        row.integerType("usr_id", 7)
                .stringType("idem_key", "5f1d7a50-6f5f-4b0e-8a52-0f6f3f1f8a11")
                .and("req_hash", "ab".repeat(32), form("[0-9a-f]{64}"), TypeMatcher.INSTANCE)
                .numberValue("sts_cd", 201)
                .and("resp_tx", "{\"id\":5}", form("\\{\"id\":.*"), TypeMatcher.INSTANCE)
                .nullValue("etag_tx")
                .and("loc_tx", "/api/rentals/5", form("/api/rentals/\\d+"), TypeMatcher.INSTANCE);
        localTime(row, "crt_ts");
    }

    private static void serviceRental(LambdaDslObject row, Stage stage) {
        days(row, stage, "from_date", "to_date", "occupied_to");
        row.integerType("id", 6)
                .stringValue("item_type", "VEHICLE")
                .integerType("item_id", 17)
                .stringValue("title", "Skoda Octavia Combi")
                .integerType("renter_id", 7)
                .integerType("owner_id", 8)
                .numberValue("price", 9000)
                .numberValue("late_fee_per_day", 2000)
                .stringValue("currency", "EUR")
                .stringValue("status", stage.word)
                .numberValue("late_days", stage.lateDays())
                .numberValue("late_fees", 2000 * stage.lateDays());
        instant(instant(row, "created_at"), "updated_at");
        whenIn(stage == Stage.RETURNED, row, "returned_at", RowForms::instant);
        whenIn(stage == Stage.CANCELLED, row, "cancelled_at", RowForms::instant);
    }

    private static void serviceDayLate(LambdaDslObject row) {
        day(row.integerType("rental_id", 6).numberValue("fee", 2000), "day", "2020-03-04");
        instant(row, "created_at");
    }

    private static void serviceIdempotencyKey(LambdaDslObject row) {
        row.integerType("user_id", 7)
                .stringType("key", "5f1d7a50-6f5f-4b0e-8a52-0f6f3f1f8a11")
                .and("request_hash", "ab".repeat(32), form("[0-9a-f]{64}"), TypeMatcher.INSTANCE)
                .numberValue("status", 201)
                .and("body", "{\"id\":6}", form("\\{\"id\":.*"), TypeMatcher.INSTANCE)
                .nullValue("etag")
                .and("location", "/api/rentals/6", form("/api/rentals/\\d+"), TypeMatcher.INSTANCE);
        instant(row, "created_at");
    }

    /** The days of what is cancelled are free again, all of them. */
    private static void days(LambdaDslObject row, Stage stage, String from, String to, String occupiedTo) {
        if (stage.toCome) {
            row.stringValue(from, FROM).stringValue(to, TO).stringValue(occupiedTo, stage == Stage.BOOKED ? TO : FROM);
        } else {
            day(day(day(row, from, "2020-03-01"), to, "2020-03-03"), occupiedTo, "2020-03-03");
        }
    }

    private static void whenIn(
            boolean stage, LambdaDslObject row, String column, BiConsumer<LambdaDslObject, String> time) {
        if (stage) {
            time.accept(row, column);
        } else {
            row.nullValue(column);
        }
    }
}
