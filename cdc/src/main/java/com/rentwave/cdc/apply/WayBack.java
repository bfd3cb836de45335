package com.rentwave.cdc.apply;

import com.rentwave.sync.ApiMapping;
import com.rentwave.sync.Applier;
import com.rentwave.sync.ApplierSettings;
import com.rentwave.sync.ApplierStatus;
import com.rentwave.sync.Lsn;
import com.rentwave.sync.Side;
import java.time.Clock;
import javax.sql.DataSource;

/** Applies the service's rows to the legacy database, from the moment the API is armed. */
public final class WayBack implements AutoCloseable {

    private final ApplierSettings settings;
    private final ApiMapping mapping;
    private final DataSource legacy;
    private final Clock clock;
    private Applier applier;

    public WayBack(ApiMapping mapping, String bootstrapServers, DataSource legacy, Clock clock) {
        this.settings = ApplierSettings.of(mapping.api(), Side.SERVICE, bootstrapServers);
        this.mapping = mapping;
        this.legacy = legacy;
        this.clock = clock;
    }

    /** Starts the applier; does nothing when it runs. */
    public synchronized void start() {
        if (applier == null) {
            applier = new Applier(settings, mapping, legacy, clock);
            applier.start();
        }
    }

    public synchronized ApplierStatus status() {
        return applier == null
                ? new ApplierStatus(ApplierStatus.State.WAITING, "not armed", 0, new Lsn(0))
                : applier.status();
    }

    @Override
    public synchronized void close() {
        if (applier != null) {
            applier.close();
        }
    }
}
