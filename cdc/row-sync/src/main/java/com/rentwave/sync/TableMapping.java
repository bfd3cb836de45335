package com.rentwave.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A legacy table and the service table that stands for it, column by column. The mapping is total (every column of both
 * tables is in it) and invertible.
 *
 * @param columns the pairs, in the order of both tables
 * @param expiring whether its rows go only when they are old, so that one that stays for longer on a side does no harm
 */
public record TableMapping(TableShape legacy, TableShape service, List<ColumnPair> columns, boolean expiring) {

    /** One legacy column, its service column, and how their values correspond. */
    public record ColumnPair(TableShape.Column legacy, TableShape.Column service, ColumnCodec codec) {}

    public TableMapping {
        columns = List.copyOf(columns);
    }

    static Builder of(String legacy, String service) {
        return new Builder(legacy, service);
    }

    /** The kept answers of an API: every API keeps them in the same form. */
    static TableMapping ofKeys(String legacy, String service) {
        return of(legacy, service)
                .key("usr_id", "user_id", ColumnType.BIGINT)
                .key("idem_key", "key", ColumnType.TEXT)
                .same("req_hash", "request_hash", ColumnType.TEXT)
                .same("sts_cd", "status", ColumnType.INTEGER)
                .same("resp_tx", "body", ColumnType.TEXT)
                .same("etag_tx", "etag", ColumnType.TEXT)
                .same("loc_tx", "location", ColumnType.TEXT)
                .expiring()
                .changedAt("crt_ts", "created_at");
    }

    public TableShape shape(Side side) {
        return side == Side.LEGACY ? legacy : service;
    }

    /**
     * The service row of a legacy row, or of the part of it that is there.
     *
     * @throws MappingException when a value or a column has no counterpart
     */
    public Map<String, Object> toService(Map<String, Object> row) {
        return mapped(row, legacy, ColumnPair::legacy, ColumnPair::service, ColumnCodec::toService);
    }

    /**
     * The legacy row of a service row, or of the part of it that is there.
     *
     * @throws MappingException when a value or a column has no counterpart
     */
    public Map<String, Object> toLegacy(Map<String, Object> row) {
        return mapped(row, service, ColumnPair::service, ColumnPair::legacy, ColumnCodec::toLegacy);
    }

    private Map<String, Object> mapped(
            Map<String, Object> row,
            TableShape shape,
            Function<ColumnPair, TableShape.Column> from,
            Function<ColumnPair, TableShape.Column> to,
            BiFunction<ColumnCodec, Object, Object> codec) {
        Map<String, Object> result = new LinkedHashMap<>();
        for (ColumnPair pair : columns) {
            TableShape.Column source = from.apply(pair);
            if (row.containsKey(source.name())) {
                result.put(to.apply(pair).name(), value(row, shape, pair, source, codec));
            }
        }
        if (result.size() != row.size()) {
            throw new MappingException(shape.name() + " has columns that are not mapped: "
                    + row.keySet().stream()
                            .filter(name -> shape.column(name).isEmpty())
                            .sorted()
                            .toList());
        }
        return result;
    }

    private static Object value(
            Map<String, Object> row,
            TableShape shape,
            ColumnPair pair,
            TableShape.Column source,
            BiFunction<ColumnCodec, Object, Object> codec) {
        try {
            return codec.apply(pair.codec(), source.type().canonical(row.get(source.name())));
        } catch (MappingException e) {
            throw new MappingException(
                    shape.name() + '.' + source.name() + " of " + shape.keyText(row) + ": " + e.getMessage());
        }
    }

    /** Collects the columns of both tables, in turn. */
    static final class Builder {

        private final String legacy;
        private final String service;
        private final List<ColumnPair> pairs = new ArrayList<>();
        private boolean expiring;

        private Builder(String legacy, String service) {
            this.legacy = legacy;
            this.service = service;
        }

        Builder key(String legacyName, String serviceName, ColumnType type) {
            return add(legacyName, type, serviceName, type, true, ColumnCodec.same());
        }

        Builder same(String legacyName, String serviceName, ColumnType type) {
            return add(legacyName, type, serviceName, type, false, ColumnCodec.same());
        }

        Builder coded(String legacyName, String serviceName, ColumnCodec codec) {
            return add(legacyName, ColumnType.TEXT, serviceName, ColumnType.TEXT, false, codec);
        }

        Builder flag(String legacyName, String serviceName) {
            return add(legacyName, ColumnType.TEXT, serviceName, ColumnType.BOOLEAN, false, ColumnCodec.yesNo());
        }

        Builder time(String legacyName, String serviceName) {
            return add(legacyName, ColumnType.TIMESTAMP, serviceName, ColumnType.TIMESTAMPTZ, false, ColumnCodec.utc());
        }

        Builder attributes(String legacyName, String serviceName) {
            return add(legacyName, ColumnType.TEXT, serviceName, ColumnType.JSONB, false, ColumnCodec.attributes());
        }

        private Builder add(
                String legacyName,
                ColumnType legacyType,
                String serviceName,
                ColumnType serviceType,
                boolean key,
                ColumnCodec codec) {
            pairs.add(new ColumnPair(
                    new TableShape.Column(legacyName, legacyType, key),
                    new TableShape.Column(serviceName, serviceType, key),
                    codec));
            return this;
        }

        Builder expiring() {
            expiring = true;
            return this;
        }

        /** The last pair of times tells when a row was last written. */
        TableMapping changedAt(String legacyName, String serviceName) {
            time(legacyName, serviceName);
            return new TableMapping(
                    new TableShape(
                            legacy, pairs.stream().map(ColumnPair::legacy).toList(), legacyName),
                    new TableShape(
                            service, pairs.stream().map(ColumnPair::service).toList(), serviceName),
                    pairs,
                    expiring);
        }
    }
}
