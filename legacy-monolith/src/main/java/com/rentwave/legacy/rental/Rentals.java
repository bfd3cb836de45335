package com.rentwave.legacy.rental;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;

/** All rentals. */
@ApplicationScoped
class Rentals {

    private final EntityManager entities;

    @Inject
    Rentals(EntityManager entities) {
        this.entities = entities;
    }

    protected Rentals() {
        this(null);
    }

    /** Whose side a list shows. */
    enum Role {
        RENTER,
        OWNER
    }

    /**
     * A new id. Whoever rents the same thing waits here until this transaction is over: two rows that exclude each other,
     * inserted at once, would wait for each other.
     */
    long nextId(long vehicleId) {
        return ((Number) entities.createNativeQuery("""
                                SELECT nextval('s_rnt')
                                FROM (SELECT pg_advisory_xact_lock(hashtextextended('rental.vehicle.' || ?1, 0))) l""", Long.class)
                        .setParameter(1, vehicleId)
                        .getSingleResult())
                .longValue();
    }

    void add(Rental rental) {
        entities.persist(rental);
        entities.flush();
    }

    /** For a change: others wait until it is committed. */
    Optional<Rental> lock(long id) {
        return Optional.ofNullable(entities.find(Rental.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Transactional(TxType.SUPPORTS)
    Optional<Rental> find(long id) {
        return Optional.ofNullable(entities.find(Rental.class, id));
    }

    /** The latest rentals before another one. */
    @Transactional(TxType.SUPPORTS)
    List<Rental> list(long userId, Role role, long before, int most) {
        String user = role == Role.RENTER ? "r.renterId" : "r.ownerId";
        return entities.createQuery(
                        "select r from Rental r where " + user + " = :user and r.id < :before order by r.id desc",
                        Rental.class)
                .setParameter("user", userId)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList();
    }
}
