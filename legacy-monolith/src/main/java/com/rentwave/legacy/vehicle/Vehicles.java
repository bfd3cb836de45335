package com.rentwave.legacy.vehicle;

import com.rentwave.legacy.offer.OfferQuery;
import com.rentwave.legacy.web.Rows;
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

/** All vehicles on offer. */
@ApplicationScoped
class Vehicles {

    private final EntityManager entities;
    private final DataSource database;

    @Inject
    Vehicles(EntityManager entities, DataSource database) {
        this.entities = entities;
        this.database = database;
    }

    protected Vehicles() {
        this(null, null);
    }

    /** Ids of this side and of the service never meet: here they are odd. */
    long nextId() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT nextval('s_veh')");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
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

    Optional<Vehicle> find(long id) {
        return Optional.ofNullable(entities.find(Vehicle.class, id));
    }

    /** One page, and one vehicle more when there is another page. */
    List<Vehicle> list(OfferQuery wanted) {
        return Rows.list(entities, Vehicle.class, wanted.sql(), wanted.values());
    }
}
