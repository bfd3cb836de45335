package com.rentwave.service.store;

import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;

/** Why the database refused a statement, whoever has wrapped its exception. */
public final class SqlState {

    private SqlState() {}

    public static Optional<String> of(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException e && e.getSQLState() != null) {
                return Optional.of(e.getSQLState());
            }
        }
        return Optional.empty();
    }

    /** The constraint that was violated. */
    public static Optional<String> constraint(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof PSQLException e && e.getServerErrorMessage() != null) {
                return Optional.ofNullable(e.getServerErrorMessage().getConstraint());
            }
        }
        return Optional.empty();
    }
}
