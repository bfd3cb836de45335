package com.rentwave.legacy.idempotency;

import com.rentwave.legacy.web.Problem;
import com.rentwave.legacy.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Runs a write in its one transaction. When it returns, the change is committed; when it throws, nothing of it is. The
 * guard's refusal becomes the problem {@code not-owner}, which promises just that.
 */
@ApplicationScoped
public class Writes {

    private static final String NOT_OWNER = "RW001";
    private static final String SNAPSHOT_TOO_OLD = "40001";
    private static final String DEADLOCK = "40P01";
    private static final String DUPLICATE = "23505";

    private final WriteTransaction transaction;
    private final DataSource database;

    @Inject
    Writes(WriteTransaction transaction, DataSource database) {
        this.transaction = transaction;
        this.database = database;
    }

    protected Writes() {
        this(null, null);
    }

    /** The change, or the answer that an earlier request with the same key got. */
    public Answer once(Scope scope, Write write, Supplier<Answer> change) {
        try {
            return attempt(scope, write, change);
        } catch (PersistenceException e) {
            if (isWorthAnotherTry(scope, SqlStates.find(e))) {
                return attempt(scope, write, change);
            }
            throw e;
        }
    }

    private Answer attempt(Scope scope, Write write, Supplier<Answer> change) {
        try {
            return transaction.run(scope, write, change);
        } catch (PersistenceException e) {
            SQLException cause = SqlStates.find(e);
            if (scope.guarded() && (is(cause, NOT_OWNER) || is(cause, SNAPSHOT_TOO_OLD))) {
                throw notOwner();
            }
            throw e;
        }
    }

    /** Another request has stored the key, or stood in the way; this one has changed nothing yet. */
    private static boolean isWorthAnotherTry(Scope scope, SQLException cause) {
        return is(cause, DEADLOCK)
                || is(cause, DUPLICATE) && String.valueOf(cause.getMessage()).contains(scope.table() + "_pk");
    }

    private static boolean is(SQLException cause, String state) {
        return cause != null && state.equals(cause.getSQLState());
    }

    private Refusal notOwner() {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("SELECT epoch FROM sync.ownership WHERE api = 'vehicles'");
                ResultSet row = query.executeQuery()) {
            row.next();
            return Refusal.of(Problem.NOT_OWNER, "This side does not own vehicles at the moment. Nothing was changed.")
                    .with("RentWave-Epoch", row.getString(1));
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
