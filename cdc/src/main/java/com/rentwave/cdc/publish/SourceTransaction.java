package com.rentwave.cdc.publish;

import com.rentwave.sync.RowChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The source transaction that is being read; its epochs are those it commits with. */
final class SourceTransaction {

    private final String tx;
    private final Map<String, Rows> rows = new TreeMap<>();
    private final Map<String, Long> epochs = new TreeMap<>();
    private final List<OutboxEvent> events = new ArrayList<>();
    private final List<Barrier> barriers = new ArrayList<>();

    SourceTransaction(String tx) {
        this.tx = tx;
    }

    /** Rows of one API that were not sent yet, and how many parts were. */
    static final class Rows {

        final List<RowChange> changes = new ArrayList<>();
        int parts;
    }

    /** A mark of one API. */
    record Barrier(String api, String id) {}

    String tx() {
        return tx;
    }

    Rows rows(String api) {
        return rows.computeIfAbsent(api, a -> new Rows());
    }

    boolean hasRows(String api) {
        return rows.containsKey(api);
    }

    Map<String, Long> epochs() {
        return epochs;
    }

    List<OutboxEvent> events() {
        return events;
    }

    List<Barrier> barriers() {
        return barriers;
    }

    /** True when parts of it are in the open Kafka transaction. */
    boolean isPartlySent() {
        return rows.values().stream().anyMatch(api -> api.parts > 0);
    }

    /** The APIs of which parts are in the open Kafka transaction. */
    List<String> partlySent() {
        return rows.entrySet().stream()
                .filter(entry -> entry.getValue().parts > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean isEmpty() {
        return rows.isEmpty() && epochs.isEmpty() && events.isEmpty() && barriers.isEmpty();
    }
}
