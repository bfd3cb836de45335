package com.rentwave.vehicle.store;

import com.rentwave.vehicle.Vehicle;
import com.rentwave.vehicle.Vehicles;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class JpaVehicles implements Vehicles {

    @PersistenceContext
    private EntityManager entities;

    @Override
    public Optional<Vehicle> find(long id) {
        return Optional.ofNullable(entities.find(Vehicle.class, id));
    }

    @Override
    public Optional<Vehicle> findToChange(long id) {
        return Optional.ofNullable(entities.find(Vehicle.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public long nextId() {
        return ((Number) entities.createNativeQuery("SELECT nextval('vehicle_id')", Long.class)
                        .getSingleResult())
                .longValue();
    }

    @Override
    public void add(Vehicle vehicle) {
        entities.persist(vehicle);
    }

    @Override
    public void remove(Vehicle vehicle) {
        entities.remove(vehicle);
    }

    @Override
    public void flush() {
        entities.flush();
    }
}
