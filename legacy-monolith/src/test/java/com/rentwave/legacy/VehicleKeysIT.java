package com.rentwave.legacy;

import org.junit.jupiter.api.Test;

class VehicleKeysIT {

    @Test
    void forgetsKeysOfVehiclesAfterADay() {
        ExpiredKeysIT.forgetsAfterADay(RunningMonolith.get().database(), "t_veh_idem");
    }
}
