package com.rentwave.service.store;

import com.rentwave.service.NotOwner;
import com.rentwave.service.ServiceIdentity;
import java.sql.Types;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes to the API's rows while this side owns them. Each is one transaction whose first statement asserts ownership, so a
 * refusal means that nothing of it happened; the guard in the database refuses whoever goes around this class.
 */
@Component
public class Ownership {

    private static final String NOT_OWNER = "RW001";
    private static final String SERIALIZATION_FAILURE = "40001";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final String api;

    Ownership(JdbcClient database, PlatformTransactionManager transactions, ServiceIdentity service) {
        this.database = database;
        this.api = service.api();
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /**
     * Runs a write in its own transaction and returns after COMMIT.
     *
     * @throws NotOwner when this side does not own the API; then nothing was written
     */
    public <T> T write(Supplier<T> write) {
        return write(null, write);
    }

    /**
     * Runs a write in its own transaction, one after the other with every other that has the same lock, and returns after
     * COMMIT. Ownership is asserted before it waits; both cost one round trip.
     *
     * @param lock name of what may be written by one at a time; null for none
     * @throws NotOwner when this side does not own the API; then nothing was written
     */
    public <T> T write(String lock, Supplier<T> write) {
        try {
            return transaction.execute(status -> {
                database.sql("SELECT sync.assert_owner(?), pg_advisory_xact_lock(hashtextextended(?, 0))")
                        .param(1, api)
                        .param(2, lock, Types.VARCHAR)
                        .query((row, number) -> 1)
                        .list();
                return write.get();
            });
        } catch (RuntimeException e) {
            if (SqlState.of(e).filter(Ownership::refused).isPresent()) {
                throw new NotOwner(api, epoch(), e);
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

    /** This database's epoch of the API. */
    public long epoch() {
        return database.sql("SELECT epoch FROM sync.ownership WHERE api = ?")
                .param(api)
                .query(Long.class)
                .single();
    }

    private static boolean refused(String sqlState) {
        return sqlState.equals(NOT_OWNER) || sqlState.equals(SERIALIZATION_FAILURE);
    }
}
