package com.rentwave.vehicle;

import java.util.Optional;

/** All vehicles. The writing verbs need a transaction in which this side has been asserted to own vehicles. */
public interface Vehicles {

    Optional<Vehicle> find(long id);

    /** Finds a vehicle and keeps every other writer of it waiting until the transaction ends. */
    Optional<Vehicle> findToChange(long id);

    /** An id that no vehicle has had, on either side. */
    long nextId();

    void add(Vehicle vehicle);

    void remove(Vehicle vehicle);

    /** Sends the pending changes to the database, so that it refuses them now and not at commit. */
    void flush();
}
