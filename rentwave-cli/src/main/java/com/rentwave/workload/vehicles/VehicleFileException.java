package com.rentwave.workload.vehicles;

/** The file as a whole is not what the import reads; the message is for the person who has the file. */
public final class VehicleFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    VehicleFileException(String message) {
        super(message);
    }
}
