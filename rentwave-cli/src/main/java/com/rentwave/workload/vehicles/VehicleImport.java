package com.rentwave.workload.vehicles;

import com.rentwave.workload.api.ApiRequest;
import com.rentwave.workload.api.VehicleDraft;
import com.rentwave.workload.rows.ImportProgress;
import com.rentwave.workload.rows.ImportSettings;
import com.rentwave.workload.rows.RowFile;
import com.rentwave.workload.rows.RowImport;

/** Offers the vehicles of a file. */
public final class VehicleImport {

    private VehicleImport() {}

    public static RowImport<VehicleDraft> of(
            ImportSettings settings, RowFile<VehicleDraft> file, ImportProgress progress) {
        return new RowImport<>(
                settings,
                file,
                (sender, vehicle, key) ->
                        sender.send(ApiRequest.createVehicle(vehicle).withIdempotencyKey(key)),
                progress);
    }
}
