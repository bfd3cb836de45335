package com.rentwave.sync;

/**
 * What an applier applies and from where.
 *
 * @param api the API
 * @param source the side whose rows it applies; the database it writes to is the other side's
 * @param bootstrapServers Kafka
 * @param origin name of the replication origin that marks what it writes, so that it is not captured again; the name of
 *     the database is added to it
 */
public record ApplierSettings(String api, Side source, String bootstrapServers, String origin) {

    /** The origin that goes with an API and a source, {@code rentwave_vehicles_to_service}. */
    public static ApplierSettings of(String api, Side source, String bootstrapServers) {
        return new ApplierSettings(
                api,
                source,
                bootstrapServers,
                "rentwave_" + api + "_to_" + source.other().word());
    }

    String stream() {
        return RowRecord.topic(api, source);
    }
}
