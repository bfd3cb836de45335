package com.rentwave.legacy;

/** The same of vehicles, whose keys are rows of an API that moves. */
class VehicleIdempotencyIT extends IdempotencyIT {

    @Override
    String address() {
        return "/api/vehicles";
    }

    @Override
    String thing() {
        return Samples.GOLF;
    }

    @Override
    String table() {
        return "t_veh";
    }
}
