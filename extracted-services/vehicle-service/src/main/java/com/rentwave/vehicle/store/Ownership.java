package com.rentwave.vehicle.store;

import com.rentwave.vehicle.NotOwner;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes to vehicles while this side owns them. Each is one transaction whose first statement asserts ownership, so a
 * refusal means that nothing of it happened; the guard in the database refuses whoever goes around this class.
 */
@Component
public class Ownership {

    private static final String NOT_OWNER = "RW001";
    private static final String SERIALIZATION_FAILURE = "40001";

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    Ownership(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /**
     * Runs a write in its own transaction and returns after COMMIT.
     *
     * @throws NotOwner when this side does not own vehicles; then nothing was written
     */
    public <T> T write(Supplier<T> write) {
        try {
            return transaction.execute(status -> {
                database.sql("SELECT sync.assert_owner('vehicles')")
                        .query((row, number) -> 1)
                        .list();
                return write.get();
            });
        } catch (RuntimeException e) {
            if (SqlState.of(e).filter(Ownership::refused).isPresent()) {
                throw new NotOwner(epoch(), e);
            }
            throw e;
        }
    }

    /** Runs a write up to its end and takes it back, or has it refused by the guard; either way nothing is written. */
    public void rehearse(Runnable write) {
        try {
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                write.run();
            });
        } catch (RuntimeException e) {
            if (SqlState.of(e).filter(Ownership::refused).isEmpty()) {
                throw e;
            }
        }
    }

    /** This database's epoch of vehicles. */
    public long epoch() {
        return database.sql("SELECT epoch FROM sync.ownership WHERE api = 'vehicles'")
                .query(Long.class)
                .single();
    }

    private static boolean refused(String sqlState) {
        return sqlState.equals(NOT_OWNER) || sqlState.equals(SERIALIZATION_FAILURE);
    }
}
