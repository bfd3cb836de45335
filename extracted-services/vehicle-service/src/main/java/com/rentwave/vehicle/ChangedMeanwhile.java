package com.rentwave.vehicle;

/** The vehicle is no longer the version that the caller saw. */
public final class ChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long vehicleId;

    public ChangedMeanwhile(long vehicleId) {
        super("vehicle " + vehicleId);
        this.vehicleId = vehicleId;
    }

    public long vehicleId() {
        return vehicleId;
    }
}
