package com.rentwave.legacy.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Runs a write in its one transaction. When it returns, the change is committed; when it throws, nothing of it is. The
 * guard's refusal becomes the problem {@code not-owner}, which promises just that.
 */
@ApplicationScoped
public class Writes {

    private static final String DEADLOCK = "40P01";
    private static final String DUPLICATE = "23505";

    private final WriteTransaction transaction;
    private final Ownership ownership;

    @Inject
    Writes(WriteTransaction transaction, Ownership ownership) {
        this.transaction = transaction;
        this.ownership = ownership;
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
            throw scope.api().isPresent() && Ownership.isMissing(e) ? ownership.refusal(scope) : e;
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
}
