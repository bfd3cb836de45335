package com.rentwave.rental.saga;

import com.rentwave.rental.peer.NotReachable;
import com.rentwave.rental.wallet.Payment;
import com.rentwave.rental.wallet.Wallet;
import com.rentwave.service.outbox.Traces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a saga to its end: what has to be done follows from the stored status alone, so it makes no difference who does it,
 * when, or how often. A saga is locked while it is worked on; one whose rental's transaction is open, or that has an older one
 * of the same rental before it, is left alone.
 */
@Component
public class SagaRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SagaRunner.class);
    private static final String OPEN = "('STARTED', 'CONFIRMING', 'REFUNDING', 'CHARGING')";
    private static final String LOCK = """
            SELECT id, status, rental_id, renter_id, owner_id, amount, currency, late_key, trace, attempts
            FROM saga s WHERE id = ? AND status IN %s AND NOT EXISTS (
                SELECT FROM saga e WHERE e.rental_id = s.rental_id AND e.number < s.number AND e.status IN %s)
            FOR UPDATE SKIP LOCKED""".formatted(OPEN, OPEN);
    private static final int MOST_DOUBLINGS = 20;

    private final Wallet wallet;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final SagaProperties properties;

    SagaRunner(Wallet wallet, SagaDatabase database, SagaProperties properties) {
        this.wallet = wallet;
        this.database = database.client();
        this.transaction = database.transactions();
        this.properties = properties;
    }

    /** Tries each once, for whoever began them; what fails is done later, and is no reason for him to fail. */
    public void tryAll(Collection<UUID> ids) {
        for (UUID id : ids) {
            try {
                run(id);
            } catch (RuntimeException e) {
                LOG.warn("saga {} has to wait: {}", id, e.getMessage());
            }
        }
    }

    /** Sagas that are due, the oldest first. */
    List<UUID> due(int most) {
        return database.sql("SELECT id FROM saga WHERE status IN " + OPEN
                        + " AND next_attempt_at <= clock_timestamp() ORDER BY number LIMIT ?")
                .param(most)
                .query(UUID.class)
                .list();
    }

    /** How many sagas have been tried in vain too often. */
    int stuck() {
        return database.sql("SELECT count(*) FROM saga WHERE status IN " + OPEN + " AND attempts >= ?")
                .param(properties.alarmAfter())
                .query(Integer.class)
                .single();
    }

    /** @return false when the wallet could not be asked */
    boolean run(UUID id) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<Saga> saga = lock(id);
            return saga.isEmpty() || advance(saga.get());
        }));
    }

    private Optional<Saga> lock(UUID id) {
        return database.sql(LOCK).param(id).query(SagaRunner::saga).optional();
    }

    private boolean advance(Saga saga) {
        try {
            SagaStatus end = inTrace(saga);
            database.sql("UPDATE saga SET status = ?, last_error = NULL, updated_at = clock_timestamp() WHERE id = ?")
                    .params(end.name(), saga.id())
                    .update();
            if (saga.attempts() > 0 || end == SagaStatus.COMPENSATED) {
                LOG.info("rental {}: {} → {}", saga.payment().rentalId(), saga.status(), end);
            }
            return true;
        } catch (NotReachable e) {
            postpone(saga, e);
            return false;
        }
    }

    private SagaStatus inTrace(Saga saga) {
        String before = Traces.current();
        Traces.enter(saga.trace());
        try {
            return ask(saga);
        } finally {
            Traces.enter(before);
        }
    }

    private SagaStatus ask(Saga saga) {
        return switch (saga.status()) {
            case STARTED -> {
                wallet.release(saga.id());
                yield SagaStatus.COMPENSATED;
            }
            case CONFIRMING -> {
                wallet.confirm(saga.id());
                yield SagaStatus.DONE;
            }
            case REFUNDING -> {
                wallet.refund(saga.id(), saga.payment());
                yield SagaStatus.DONE;
            }
            case CHARGING -> {
                wallet.chargeLateFee(saga.lateKey(), saga.payment());
                yield SagaStatus.DONE;
            }
            case DONE, COMPENSATED -> saga.status();
        };
    }

    private void postpone(Saga saga, NotReachable e) {
        Duration delay = delay(saga.attempts());
        database.sql("""
                        UPDATE saga SET attempts = attempts + 1, last_error = ?, updated_at = clock_timestamp(),
                            next_attempt_at = clock_timestamp() + ? * interval '1 millisecond' WHERE id = ?""").params(e.getMessage(), delay.toMillis(), saga.id()).update();
        if (saga.attempts() + 1 == properties.alarmAfter()) {
            LOG.warn("saga {} is still {}: {}", saga.id(), saga.status(), e.getMessage());
        }
    }

    /** Doubled with each attempt; between half and one and a half of that, so that not all come back at once. */
    private Duration delay(int attempts) {
        long most = properties.longestDelay().toMillis();
        long doubled = properties.firstDelay().toMillis() << Math.min(attempts, MOST_DOUBLINGS);
        long millis = Math.min(doubled, most);
        return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis + 1));
    }

    private static Saga saga(ResultSet row, int number) throws SQLException {
        return new Saga(
                row.getObject(1, UUID.class),
                SagaStatus.valueOf(row.getString(2)),
                new Payment(row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6), row.getString(7)),
                row.getString(8),
                row.getString(9),
                row.getInt(10));
    }
}
