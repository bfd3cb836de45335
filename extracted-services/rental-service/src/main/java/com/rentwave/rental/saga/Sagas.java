package com.rentwave.rental.saga;

import com.rentwave.rental.LateDay;
import com.rentwave.rental.Rental;
import com.rentwave.rental.wallet.Payment;
import com.rentwave.service.outbox.Traces;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins sagas. Those that follow from a rental's change are written in its transaction; a renting is written before, on a
 * connection of its own, because money will be reserved before the rental is committed.
 */
@Repository
public class Sagas {

    private static final String INSERT = """
            INSERT INTO saga (id, kind, status, rental_id, renter_id, owner_id, amount, currency, item, request_key,
                late_key, trace, next_attempt_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp() + ? * interval '1 millisecond')""";

    private final JdbcClient rentals;
    private final JdbcClient own;
    private final TransactionTemplate atOnce;
    private final long patience;

    Sagas(JdbcClient rentals, SagaDatabase own, SagaProperties properties) {
        this.rentals = rentals;
        this.own = own.client();
        this.atOnce = own.transactions();
        this.patience = properties.patience().toMillis();
    }

    /**
     * Stores that money is about to be reserved. Committed at once; then held by the caller's transaction, so that nobody
     * takes it for abandoned while that lasts.
     *
     * @param requestKey idempotency key of the request; null when it has none
     * @param begun gets the saga's id as soon as there is one
     * @throws Overtaken when somebody has taken it for abandoned all the same
     */
    public UUID beginRent(Rental rental, String requestKey, List<UUID> begun) {
        UUID id = atOnce.execute(
                status -> insert(own, "RENT", SagaStatus.STARTED, rental, rental.price(), requestKey, null));
        begun.add(id);
        boolean held = rentals.sql("SELECT status FROM saga WHERE id = ? FOR UPDATE")
                .param(id)
                .query(String.class)
                .single()
                .equals(SagaStatus.STARTED.name());
        if (!held) {
            throw new Overtaken();
        }
        return id;
    }

    /** The rental will be there, or not, with this step. */
    public void confirmRent(UUID id) {
        rentals.sql("""
                        UPDATE saga SET status = 'CONFIRMING', updated_at = clock_timestamp(),
                            next_attempt_at = clock_timestamp() + ? * interval '1 millisecond' WHERE id = ?""").params(patience, id).update();
    }

    /** Its price will be paid back. */
    public List<UUID> beginCancel(Rental rental) {
        return rental.price() == 0
                ? List.of()
                : List.of(insert(rentals, "CANCEL", SagaStatus.REFUNDING, rental, rental.price(), null, null));
    }

    /** A day late will be charged. */
    public List<UUID> beginLate(Rental rental, LateDay day) {
        String key = "late:" + rental.id() + ':' + day.day();
        return day.fee() == 0
                ? List.of()
                : List.of(insert(rentals, "LATE", SagaStatus.CHARGING, rental, day.fee(), null, key));
    }

    /** Rentings that a request with this key has left behind; the caller holds the key, so nobody is at them any more. */
    public List<UUID> abandoned(long renterId, String requestKey) {
        return rentals.sql("SELECT id FROM saga WHERE status = 'STARTED' AND renter_id = ? AND request_key = ?")
                .params(renterId, requestKey)
                .query(UUID.class)
                .list();
    }

    private UUID insert(
            JdbcClient database,
            String kind,
            SagaStatus status,
            Rental rental,
            long amount,
            String requestKey,
            String lateKey) {
        UUID id = UUID.randomUUID();
        Payment payment = Payment.of(rental, amount);
        database.sql(INSERT)
                .params(
                        id,
                        kind,
                        status.name(),
                        payment.rentalId(),
                        payment.renterId(),
                        payment.ownerId(),
                        payment.amount(),
                        payment.currency(),
                        rental.item().named(),
                        requestKey,
                        lateKey,
                        Traces.current(),
                        patience)
                .update();
        return id;
    }

    /** A saga that had only just begun was taken for abandoned; nothing of it will happen. */
    public static final class Overtaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("the renting was overtaken by its own resumption", null, false, false);
        }
    }
}
