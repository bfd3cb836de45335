package com.rentwave.cdc.capture;

import com.rentwave.sync.ApiMapping;
import com.rentwave.sync.Side;
import java.util.List;

/**
 * What one capture captures and where it publishes.
 *
 * @param name of the database among all that are captured
 * @param side which side of its APIs the database is
 * @param apis the APIs whose rows it holds
 * @param outbox its table of domain events
 * @param always whether events are captured from the start; else the capture waits until an API is armed
 * @param copiesFirst whether arming an API publishes a copy of the rows that are already there
 * @param database the source, as a role with REPLICATION
 * @param bootstrapServers Kafka
 */
public record CaptureSettings(
        String name,
        Side side,
        List<ApiMapping> apis,
        OutboxTable outbox,
        boolean always,
        boolean copiesFirst,
        SourceDatabase database,
        String bootstrapServers) {

    /** The publication in every captured database. */
    public static final String PUBLICATION = "rentwave";

    public CaptureSettings {
        apis = List.copyOf(apis);
    }

    /** The monolith's database: its events are captured from the start, its rows are copied when an API is armed. */
    public static CaptureSettings legacy(List<ApiMapping> apis, SourceDatabase database, String bootstrapServers) {
        return new CaptureSettings(
                "legacy", Side.LEGACY, apis, OutboxTable.LEGACY, true, true, database, bootstrapServers);
    }

    /** A service's database: nothing happens there before an API is armed. */
    public static CaptureSettings service(
            String name, List<ApiMapping> apis, SourceDatabase database, String bootstrapServers) {
        return new CaptureSettings(
                name, Side.SERVICE, apis, OutboxTable.SERVICE, false, false, database, bootstrapServers);
    }

    /** The name of the replication slot, {@code rentwave_legacy}. */
    public String slot() {
        return "rentwave_" + name;
    }

    /** Who the events say they come from, {@code vehicle-service}. */
    String source() {
        return name.replace('_', '-');
    }

    ApiMapping api(String api) {
        return apis.stream()
                .filter(mapping -> mapping.api().equals(api))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " holds no rows of " + api));
    }
}
