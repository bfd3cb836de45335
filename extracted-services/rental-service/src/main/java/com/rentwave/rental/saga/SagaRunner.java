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

/**
 * Takes a saga to its end: what has to be done follows from the stored status alone, so it makes no difference who does it,
 * when, or how often. Whoever is at a saga has it for a while, and no connection of the database while the wallet is asked; one
 * that has an older one of the same rental before it is left alone.
 */
@Component
public class SagaRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SagaRunner.class);
    private static final String OPEN = "('STARTED', 'RELEASING', 'CONFIRMING', 'REFUNDING', 'CHARGING')";
    private static final String COLUMNS =
            "id, status, rental_id, renter_id, owner_id, amount, currency, late_key, trace, attempts";
    private static final String NEXT = """
            id = ? AND status IN %s AND NOT EXISTS (
                SELECT FROM saga e WHERE e.rental_id = s.rental_id AND e.number < s.number AND e.status IN %s)""".formatted(OPEN, OPEN);

    /** From here on what has just begun will not become a rental: that is stored before the wallet lets anything go. */
    private static final String TAKE = """
            UPDATE saga s SET status = CASE status WHEN 'STARTED' THEN 'RELEASING' ELSE status END,
                updated_at = clock_timestamp(), next_attempt_at = clock_timestamp() + ? * interval '1 millisecond'
            WHERE %s""";

    private static final int MOST_DOUBLINGS = 20;

    private final Wallet wallet;
    private final JdbcClient database;
    private final SagaProperties properties;

    SagaRunner(Wallet wallet, JdbcClient database, SagaProperties properties) {
        this.wallet = wallet;
        this.database = database;
        this.properties = properties;
    }

    /**
     * Tries each once, for whoever began them, up to the first for which the wallet cannot be asked; the others are done later,
     * and that is no reason for him to fail.
     *
     * @return false when the wallet could not be asked
     */
    public boolean tryAll(Collection<UUID> ids) {
        for (UUID id : ids) {
            try {
                if (!run(id)) {
                    return false;
                }
            } catch (RuntimeException e) {
                LOG.warn("saga {} has to wait: {}", id, e.getMessage());
            }
        }
        return true;
    }

    /** What may be reserved will be let go, but not now: the wallet has just been asked in vain. */
    public void letGoLater(UUID id, NotReachable why) {
        take(id, "").ifPresent(saga -> postpone(saga, why));
    }

    /** Lets go what may be reserved, unless its rental is there after all. @return whether no money is reserved now */
    public boolean letGo(UUID id) {
        run(id);
        return database.sql("SELECT status = 'COMPENSATED' FROM saga WHERE id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Whether somebody is at a renting of which nobody knows yet how it ends. */
    boolean isInHand(UUID id) {
        return database.sql("SELECT status = 'STARTED' AND next_attempt_at > clock_timestamp() FROM saga WHERE id = ?")
                .param(id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
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

    /** For whoever began it and has it for a while. @return false when the wallet could not be asked */
    private boolean run(UUID id) {
        Optional<Saga> own = find(id).filter(saga -> saga.status() != SagaStatus.STARTED);
        return own.or(() -> take(id, "")).map(this::advance).orElse(true);
    }

    /** For whoever comes across it. @return false when the wallet could not be asked */
    boolean runDue(UUID id) {
        return take(id, " AND next_attempt_at <= clock_timestamp()")
                .map(this::advance)
                .orElse(true);
    }

    private Optional<Saga> find(UUID id) {
        return database.sql("SELECT " + COLUMNS + " FROM saga s WHERE " + NEXT)
                .param(id)
                .query(SagaRunner::saga)
                .optional();
    }

    private Optional<Saga> take(UUID id, String condition) {
        return database.sql(TAKE.formatted(NEXT) + condition + " RETURNING " + COLUMNS)
                .params(properties.patience().toMillis(), id)
                .query(SagaRunner::saga)
                .optional();
    }

    private boolean advance(Saga saga) {
        try {
            SagaStatus end = inTrace(saga);
            database.sql("UPDATE saga SET status = ?, last_error = NULL, updated_at = clock_timestamp()"
                            + " WHERE id = ? AND status = ?")
                    .params(end.name(), saga.id(), saga.status().name())
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
            case STARTED ->
                throw new IllegalStateException("what is to become of saga " + saga.id() + " is not decided");
            case RELEASING -> {
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
                            next_attempt_at = clock_timestamp() + ? * interval '1 millisecond'
                        WHERE id = ? AND status = ?""")
                .params(
                        e.getMessage(),
                        delay.toMillis(),
                        saga.id(),
                        saga.status().name())
                .update();
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
