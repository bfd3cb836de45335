package com.rentwave.legacy.vehicle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.hibernate.jpa.HibernateHints;

/** All vehicles on offer. */
@ApplicationScoped
class Vehicles {

    private final EntityManager entities;

    @Inject
    Vehicles(EntityManager entities) {
        this.entities = entities;
    }

    protected Vehicles() {
        this(null);
    }

    /** Ids of this side and of the service never meet: here they are odd. */
    long nextId() {
        return ((Number) entities.createNativeQuery("SELECT nextval('s_veh')", Long.class)
                        .getSingleResult())
                .longValue();
    }

    void add(Vehicle vehicle) {
        entities.persist(vehicle);
    }

    void remove(Vehicle vehicle) {
        entities.remove(vehicle);
    }

    /** For a change: others wait until it is committed. */
    Optional<Vehicle> lock(long id) {
        return Optional.ofNullable(entities.find(Vehicle.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    Optional<Vehicle> find(long id) {
        return Optional.ofNullable(entities.find(Vehicle.class, id));
    }

    /** One page, and one vehicle more when there is another page. */
    @SuppressWarnings("unchecked")
    @Transactional(Transactional.TxType.SUPPORTS)
    List<Vehicle> list(VehicleQuery wanted) {
        Query query =
                entities.createNativeQuery(wanted.sql(), Vehicle.class).setHint(HibernateHints.HINT_READ_ONLY, true);
        for (int i = 0; i < wanted.values().size(); i++) {
            query.setParameter(i + 1, wanted.values().get(i));
        }
        return query.getResultList();
    }
}
