package com.rentwave.vehicle.store;

import com.rentwave.sync.Position;
import com.rentwave.sync.Positions;
import com.rentwave.sync.Seen;
import com.rentwave.vehicle.Vehicle;
import com.rentwave.vehicle.VehicleQuery;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.hibernate.jpa.HibernateHints;
import org.hibernate.query.NativeQuery;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Repository;

/**
 * Vehicles to look at, outside of any transaction: in one, another read may have seen less. The statement that reads them also
 * tells the position it has seen.
 */
@Repository
public class VehicleReads {

    private static final String ONE = "SELECT v, CAST(sql('%s') AS String) FROM Vehicle v WHERE v.id = :id";
    private static final String POSITION = "position_seen";

    @PersistenceContext
    private EntityManager entities;

    private final Positions positions;

    VehicleReads(Positions positions) {
        this.positions = positions;
    }

    public Seen<Optional<Vehicle>> find(long id) {
        Positions.Question question = positions.question();
        List<Object[]> rows = entities.createQuery(ONE.formatted(question.sql().replace("'", "''")), Object[].class)
                .setParameter("id", id)
                .setHint(HibernateHints.HINT_READ_ONLY, true)
                .getResultList();
        return new Seen<>(rows.stream().map(row -> (Vehicle) row[0]).findFirst(), answered(question, rows));
    }

    /** One page of a list; it may hold one vehicle more than the limit, which tells that another page follows. */
    public Seen<List<Vehicle>> list(VehicleQuery query) {
        PageClause page = PageClause.of(query);
        Positions.Question question = positions.question();
        Query select = entities.createNativeQuery(
                        "SELECT vehicle.*, " + question.sql() + " AS " + POSITION + " FROM vehicle" + page.sql())
                .unwrap(NativeQuery.class)
                .addEntity(Vehicle.class)
                .addScalar(POSITION, String.class);
        select.setHint(HibernateHints.HINT_READ_ONLY, true);
        for (int i = 0; i < page.values().size(); i++) {
            select.setParameter(i + 1, page.values().get(i));
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = select.getResultList();
        return new Seen<>(rows.stream().map(row -> (Vehicle) row[0]).toList(), answered(question, rows));
    }

    private static Optional<Position> answered(Positions.Question question, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.answered((String) rows.get(0)[1]));
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("position of a read", e);
        }
    }
}
