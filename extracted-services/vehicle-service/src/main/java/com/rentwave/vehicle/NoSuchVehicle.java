package com.rentwave.vehicle;

/** There is no vehicle with this id. */
public final class NoSuchVehicle extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long vehicleId;

    public NoSuchVehicle(long vehicleId) {
        super("vehicle " + vehicleId);
        this.vehicleId = vehicleId;
    }

    public long vehicleId() {
        return vehicleId;
    }
}
