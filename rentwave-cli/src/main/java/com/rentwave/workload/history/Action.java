package com.rentwave.workload.history;

import java.time.LocalDate;
import java.util.List;

/**
 * What one operation asked for, and what its answer said.
 *
 * <p>A vehicle is a register that only its owner writes: each acknowledged change raises the version by one and has a
 * value of its own, so what a version held is known from the history alone.
 */
public sealed interface Action {

    /** A version that no answer told, because none came. */
    long UNKNOWN = -1;

    /**
     * A vehicle was offered.
     *
     * @param token unique to this creation; stored in the vehicle
     * @param vehicleId the id told by the answer, or {@link #UNKNOWN}
     * @param value what was written
     */
    record CreateVehicle(String token, long vehicleId, long version, String value) implements Action {}

    /** A change of an own vehicle; {@code version} is the one the answer told, or {@link #UNKNOWN}. */
    record ChangeVehicle(long vehicleId, long version, String value) implements Action {}

    record DeleteVehicle(long vehicleId) implements Action {}

    /** A read of one vehicle; {@code seen} is null when the answer was "not found". */
    record ReadVehicle(long vehicleId, SeenVehicle seen) implements Action {}

    /** A read of a list; when {@code allOwn} is set the list should hold every vehicle of the client. */
    record ListVehicles(List<SeenVehicle> seen, boolean allOwn) implements Action {
        public ListVehicles {
            seen = List.copyOf(seen);
        }
    }

    /**
     * A rental. No two requests of one client ask for the same vehicle from the same day.
     *
     * @param rentalId the id told by the answer, or {@link #UNKNOWN}
     */
    record Rent(long vehicleId, LocalDate from, long rentalId) implements Action {}

    record ReturnRental(long rentalId) implements Action {}

    /** A rental was called off before it began. */
    record CancelRental(long rentalId) implements Action {}

    /**
     * A read of an own rental.
     *
     * @param returned whether it has ended, returned or cancelled; null when the answer was "not found"
     */
    record ReadRental(long rentalId, Boolean returned) implements Action {}

    /** Money paid in; amounts of one client differ from each other, so each can be told apart. */
    record TopUp(long amount, String currency) implements Action {}

    /** A request without effect, or one that has to be refused. */
    record Other(String what) implements Action {}

    /** Whether it was to change a vehicle. */
    default boolean writesVehicle() {
        return this instanceof CreateVehicle || this instanceof ChangeVehicle || this instanceof DeleteVehicle;
    }

    /** Whether it was to change something: a vehicle, a rental or a wallet. */
    default boolean isWrite() {
        return writesVehicle() || this instanceof Rent || this instanceof ReturnRental || this instanceof TopUp;
    }
}
