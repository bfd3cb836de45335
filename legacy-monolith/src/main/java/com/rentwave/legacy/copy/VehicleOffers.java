package com.rentwave.legacy.copy;

import com.rentwave.legacy.offer.Offer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Which vehicles may be rented, for those who rent: read from the table, whoever writes it. */
@ApplicationScoped
public class VehicleOffers {

    private static final String FIND =
            "SELECT mk_nm || ' ' || mdl_nm, own_usr_id, day_prc_am, late_fee_am, ccy_cd, min_dd,"
                    + " max_dd, avl_fl = 'Y' FROM t_veh WHERE veh_id = ?";

    private final DataSource database;

    @Inject
    VehicleOffers(DataSource database) {
        this.database = database;
    }

    protected VehicleOffers() {
        this(null);
    }

    public Optional<Offer> find(long id) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(FIND)) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(offer(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getString(5),
                row.getInt(6),
                row.getInt(7),
                row.getBoolean(8));
    }
}
