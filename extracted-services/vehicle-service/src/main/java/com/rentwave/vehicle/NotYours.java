package com.rentwave.vehicle;

/** Somebody wants to change a vehicle of somebody else. */
public final class NotYours extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long vehicleId;

    public NotYours(long vehicleId) {
        super("vehicle " + vehicleId);
        this.vehicleId = vehicleId;
    }

    public long vehicleId() {
        return vehicleId;
    }
}
