package com.rentwave.vehicle.store;

import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;

/** Why the database refused a statement, whoever has wrapped its exception. */
final class SqlState {

    private SqlState() {}

    static Optional<String> of(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException e && e.getSQLState() != null) {
                return Optional.of(e.getSQLState());
            }
        }
        return Optional.empty();
    }

    /** The constraint that was violated. */
    static Optional<String> constraint(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof PSQLException e && e.getServerErrorMessage() != null) {
                return Optional.ofNullable(e.getServerErrorMessage().getConstraint());
            }
        }
        return Optional.empty();
    }
}
