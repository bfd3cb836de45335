package com.rentwave.legacy.wallet;

import com.rentwave.legacy.web.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * All orders, each known by its kind and key. Whoever adds or locks one keeps everybody else with the same key waiting until
 * the transaction is over; that comes before any account is locked.
 */
@ApplicationScoped
class Orders {

    private static final String INSERT = """
            INSERT INTO t_hld (knd_cd, hld_key, sts_cd, rnt_id, rntr_usr_id, own_usr_id, amt_am, ccy_cd, crt_ts, upd_ts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String LOCK = """
            SELECT sts_cd, rnt_id, rntr_usr_id, own_usr_id, amt_am, ccy_cd FROM t_hld
            WHERE knd_cd = ? AND hld_key = ? FOR UPDATE""";
    private static final String MOVE = "UPDATE t_hld SET sts_cd = ?, upd_ts = ? WHERE knd_cd = ? AND hld_key = ?";
    private static final String HELD =
            "SELECT coalesce(sum(amt_am), 0) FROM t_hld WHERE rntr_usr_id = ? AND ccy_cd = ? AND sts_cd = 'H'";

    private final DataSource database;
    private final Clock clock;

    @Inject
    Orders(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    protected Orders() {
        this(null, null);
    }

    /**
     * An order that is known.
     *
     * @param charge null for what was released before it was ever asked for
     */
    record Order(OrderState state, Charge charge) {}

    /**
     * Adds an order unless its key is known.
     *
     * @param charge null for what is released before it was ever asked for
     * @return false when the key is known; a transaction that is just adding it is waited for
     */
    boolean add(OrderKind kind, String key, OrderState state, Charge charge) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, kind.code());
            insert.setString(2, key);
            insert.setString(3, state.code());
            insert.setObject(4, charge == null ? null : charge.rentalId(), Types.BIGINT);
            insert.setObject(5, charge == null ? null : charge.renterId(), Types.BIGINT);
            insert.setObject(6, charge == null ? null : charge.ownerId(), Types.BIGINT);
            insert.setObject(7, charge == null ? null : charge.amount(), Types.BIGINT);
            insert.setString(8, charge == null ? null : charge.currency());
            insert.setObject(9, Times.now(clock));
            insert.setObject(10, Times.now(clock));
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    Optional<Order> lock(OrderKind kind, String key) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(LOCK)) {
            query.setString(1, kind.code());
            query.setString(2, key);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(order(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static Order order(ResultSet row) throws SQLException {
        OrderState state = OrderState.of(row.getString(1));
        long rentalId = row.getLong(2);
        Charge charge = row.wasNull()
                ? null
                : new Charge(rentalId, row.getLong(3), row.getLong(4), row.getLong(5), row.getString(6));
        return new Order(state, charge);
    }

    void move(OrderKind kind, String key, OrderState next) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setString(1, next.code());
            update.setObject(2, Times.now(clock));
            update.setString(3, kind.code());
            update.setString(4, key);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** What a renter has promised to pay in a currency. It only grows under the account's lock. */
    long held(long renterId, String currency) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(HELD)) {
            query.setLong(1, renterId);
            query.setString(2, currency);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
