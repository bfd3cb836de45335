package com.rentwave.legacy.rental;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** All rentals. */
@ApplicationScoped
class Rentals {

    private final EntityManager entities;
    private final DataSource database;

    @Inject
    Rentals(EntityManager entities, DataSource database) {
        this.entities = entities;
        this.database = database;
    }

    protected Rentals() {
        this(null, null);
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
        String sql =
                "SELECT nextval('s_rnt') FROM (SELECT pg_advisory_xact_lock(hashtextextended('rental.vehicle.' || ?, 0))) l";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, Long.toString(vehicleId));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    void add(Rental rental) {
        entities.persist(rental);
        entities.flush();
    }

    /** For a change: others wait until it is committed. */
    Optional<Rental> lock(long id) {
        return Optional.ofNullable(entities.find(Rental.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<Rental> find(long id) {
        return Optional.ofNullable(entities.find(Rental.class, id));
    }

    /** The latest rentals before another one. */
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
