package com.rentwave.vehicle.store;

import com.rentwave.vehicle.VehicleQuery;
import com.rentwave.vehicle.VehicleQuery.After;
import com.rentwave.vehicle.VehicleSort;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The end of the SQL of one page of vehicles, from WHERE on: only the conditions that were asked for, every value a parameter.
 *
 * @param sql with parameters numbered from 1
 * @param values of the parameters, in their order
 */
record PageClause(String sql, List<Object> values) {

    static PageClause of(VehicleQuery query) {
        Builder builder = new Builder();
        query.words().forEach(word -> builder.text("(make || ' ' || model) ILIKE ?", '%' + escape(word) + '%'));
        query.sizeClass().ifPresent(v -> builder.where("size_class = ?", v.name()));
        query.transmission().ifPresent(v -> builder.where("transmission = ?", v.name()));
        query.fuel().ifPresent(v -> builder.where("fuel = ?", v.name()));
        query.drive().ifPresent(v -> builder.where("drive = ?", v.name()));
        query.minSeats().ifPresent(v -> builder.where("seats >= ?", v));
        query.minBootLitres().ifPresent(v -> builder.where("boot_litres >= ?", v));
        query.minPrice().ifPresent(v -> builder.where("price_per_day >= ?", v));
        query.maxPrice().ifPresent(v -> builder.where("price_per_day <= ?", v));
        query.available().ifPresent(v -> builder.where("available = ?", v));
        query.ownerId().ifPresent(v -> builder.where("owner_id = ?", v));
        query.attributes().forEach(builder::attribute);
        query.after().ifPresent(after -> builder.after(query.sort(), after));
        return builder.build(query.sort(), query.limit() + 1);
    }

    private static String escape(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static final class Builder {

        private final StringBuilder conditions = new StringBuilder();
        private final List<Object> values = new ArrayList<>();

        void where(String condition, Object... parameters) {
            String numbered = condition;
            for (Object parameter : parameters) {
                values.add(parameter);
                numbered = numbered.replaceFirst("\\?(?!\\d)", "?" + values.size());
            }
            conditions.append(conditions.isEmpty() ? " WHERE " : " AND ").append(numbered);
        }

        void text(String condition, String value) {
            // PostgreSQL cannot hold the character NUL, so nothing contains it.
            if (value.indexOf('\0') >= 0) {
                where("FALSE");
            } else {
                where(condition, value);
            }
        }

        void attribute(Map.Entry<String, String> wanted) {
            if ((wanted.getKey() + wanted.getValue()).indexOf('\0') >= 0) {
                where("FALSE");
            } else {
                where(
                        "attributes @> jsonb_build_object(CAST(? AS text), CAST(? AS text))",
                        wanted.getKey(),
                        wanted.getValue());
            }
        }

        void after(VehicleSort sort, After after) {
            switch (sort) {
                case NEWEST -> where("(created_at, id) < (CAST(? AS timestamptz), ?)", time(after.key()), after.id());
                case CHEAPEST -> where("(price_per_day, id) > (?, ?)", after.key(), after.id());
                case DEAREST -> where("(price_per_day, id) < (?, ?)", after.key(), after.id());
            }
        }

        private static Object time(long micros) {
            return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        }

        PageClause build(VehicleSort sort, int rows) {
            String order =
                    switch (sort) {
                        case NEWEST -> "created_at DESC, id DESC";
                        case CHEAPEST -> "price_per_day, id";
                        case DEAREST -> "price_per_day DESC, id DESC";
                    };
            return new PageClause(conditions + " ORDER BY " + order + " LIMIT " + rows, values);
        }
    }
}
