package com.rentwave.cdc.capture;

import com.rentwave.sync.ApiMapping;
import com.rentwave.sync.Side;

/**
 * What one capture captures and where it publishes.
 *
 * @param mapping the API and its tables
 * @param side whose database is read
 * @param copiesFirst whether arming publishes a copy of the rows that are already there
 * @param database the source, as a role with REPLICATION
 * @param bootstrapServers Kafka
 */
public record CaptureSettings(
        ApiMapping mapping, Side side, boolean copiesFirst, SourceDatabase database, String bootstrapServers) {

    public String api() {
        return mapping.api();
    }

    /** The name of the replication slot, {@code rentwave_vehicles_legacy}. */
    public String slot() {
        return "rentwave_" + api() + '_' + side.word();
    }

    /** The name of the publication in both databases, {@code rentwave_vehicles}. */
    public String publication() {
        return "rentwave_" + api();
    }
}
