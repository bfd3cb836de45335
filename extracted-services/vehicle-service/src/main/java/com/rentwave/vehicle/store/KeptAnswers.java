package com.rentwave.vehicle.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The kept answers of all users. They are rows of the vehicles API: written in the transaction of the change they belong
 * to, under the same guard, and copied to the other side.
 */
@Repository
public class KeptAnswers {

    private static final String KEY_CONSTRAINT = "vehicle_idempotency_pkey";

    private final JdbcClient database;
    private final Clock clock;

    KeptAnswers(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Optional<KeptAnswer> find(long userId, String key) {
        return database.sql("""
                        SELECT request_hash, status, body, etag, location
                        FROM vehicle_idempotency WHERE user_id = ? AND key = ?""")
                .params(userId, key)
                .query((row, number) -> new KeptAnswer(
                        row.getString(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5)))
                .optional();
    }

    /**
     * Keeps an answer; waits when another transaction is about to keep one under the same key.
     *
     * @throws KeyTaken when that other transaction was committed
     */
    public void keep(long userId, String key, KeptAnswer answer) {
        try {
            database.sql("""
                            INSERT INTO vehicle_idempotency
                                (user_id, key, request_hash, status, body, etag, location, created_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            userId,
                            key,
                            answer.requestHash(),
                            answer.status(),
                            answer.body(),
                            answer.etag(),
                            answer.location(),
                            clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            if (SqlState.constraint(e).filter(KEY_CONSTRAINT::equals).isPresent()) {
                throw new KeyTaken(e);
            }
            throw e;
        }
    }

    /** Another request with the same key was committed in the meantime; this transaction is lost and can be begun again. */
    public static final class KeyTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        KeyTaken(Throwable cause) {
            super(cause);
        }
    }
}
