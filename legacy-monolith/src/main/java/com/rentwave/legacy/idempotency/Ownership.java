package com.rentwave.legacy.idempotency;

import com.rentwave.legacy.web.Problem;
import com.rentwave.legacy.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whether this database owns an API: decided in the database, by the transaction that depends on it. */
@ApplicationScoped
public class Ownership {

    private static final String NOT_OWNER = "RW001";
    private static final String SNAPSHOT_TOO_OLD = "40001";

    private final DataSource database;

    @Inject
    Ownership(DataSource database) {
        this.database = database;
    }

    protected Ownership() {
        this(null);
    }

    /**
     * Makes sure that the API is owned until the caller's transaction is over. Ask first of all: what fails by this must have
     * done nothing.
     *
     * @throws PersistenceException that {@link #isMissing} knows when another side owns the API, or nobody does
     */
    @Transactional(TxType.MANDATORY)
    public void require(Scope scope) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT sync.assert_owner(?)")) {
            statement.setString(1, scope.api().orElseThrow());
            statement.execute();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** True when a transaction failed because this database does not own the API. */
    public static boolean isMissing(Throwable failure) {
        return SqlStates.is(failure, NOT_OWNER) || SqlStates.is(failure, SNAPSHOT_TOO_OLD);
    }

    /** The answer {@code not-owner}, which promises that nothing was changed. */
    public Refusal refusal(Scope scope) {
        String api = scope.api().orElseThrow();
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("SELECT epoch FROM sync.ownership WHERE api = ?")) {
            query.setString(1, api);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return Refusal.of(
                                Problem.NOT_OWNER,
                                "This side does not own " + api + " at the moment. Nothing was changed.")
                        .with("RentWave-Epoch", row.getString(1));
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
