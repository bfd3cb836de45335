package com.rentwave.vehicle.store;

import com.rentwave.vehicle.Vehicle;
import com.rentwave.vehicle.VehicleQuery;
import com.rentwave.vehicle.Vehicles;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.hibernate.jpa.HibernateHints;
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
    @SuppressWarnings("unchecked")
    public List<Vehicle> list(VehicleQuery query) {
        ListStatement statement = ListStatement.of(query);
        var select = entities.createNativeQuery(statement.sql(), Vehicle.class);
        for (int i = 0; i < statement.values().size(); i++) {
            select.setParameter(i + 1, statement.values().get(i));
        }
        select.setHint(HibernateHints.HINT_READ_ONLY, true);
        return select.getResultList();
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
