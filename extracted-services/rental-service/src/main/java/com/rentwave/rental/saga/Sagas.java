package com.rentwave.rental.saga;

import com.rentwave.rental.Item;
import com.rentwave.rental.LateDay;
import com.rentwave.rental.Period;
import com.rentwave.rental.Rental;
import com.rentwave.rental.wallet.Payment;
import com.rentwave.service.outbox.Traces;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Begins sagas and moves them on, in the caller's transaction: with the change of a rental that they follow from, or, for a
 * renting, before money is reserved.
 */
@Repository
@EnableConfigurationProperties(SagaProperties.class)
public class Sagas {

    private static final String INSERT = """
            INSERT INTO saga (id, kind, status, rental_id, renter_id, owner_id, amount, currency, item, from_date, to_date,
                request_key, late_key, trace, next_attempt_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp() + ? * interval '1 millisecond')""";

    private static final String UNDECIDED = """
            SELECT id, status = 'STARTED' AND next_attempt_at > clock_timestamp(), request_key FROM saga
            WHERE renter_id = ? AND status IN ('STARTED', 'RELEASING') ORDER BY number""";

    private final JdbcClient database;
    private final long patience;

    Sagas(JdbcClient database, SagaProperties properties) {
        this.database = database;
        this.patience = properties.patience().toMillis();
    }

    /**
     * Stores that money is about to be reserved. Until its fate is decided, or the time of whoever began it is over, nobody
     * else begins to rent the same thing on these days.
     *
     * @param requestKey idempotency key of the request; null when it has none
     */
    public UUID beginRent(Rental rental, String requestKey) {
        return insert("RENT", SagaStatus.STARTED, rental, rental.price(), requestKey, null);
    }

    /**
     * The rental is there with this step, or neither is.
     *
     * @throws Overtaken when the money is being let go already
     */
    public void confirmRent(UUID id) {
        int moved = database.sql("""
                        UPDATE saga SET status = 'CONFIRMING', updated_at = clock_timestamp(),
                            next_attempt_at = clock_timestamp() + ? * interval '1 millisecond'
                        WHERE id = ? AND status = 'STARTED'""").params(patience, id).update();
        if (moved == 0) {
            throw new Overtaken();
        }
    }

    /** Its price will be paid back. */
    public List<UUID> beginCancel(Rental rental) {
        return rental.price() == 0
                ? List.of()
                : List.of(insert("CANCEL", SagaStatus.REFUNDING, rental, rental.price(), null, null));
    }

    /** A day late will be charged. */
    public List<UUID> beginLate(Rental rental, LateDay day) {
        String key = "late:" + rental.id() + ':' + day.day();
        return day.fee() == 0 ? List.of() : List.of(insert("LATE", SagaStatus.CHARGING, rental, day.fee(), null, key));
    }

    /**
     * What a renter's earlier rentings may still keep of his money although nobody is at them any more.
     *
     * @param requestKey idempotency key of the request that begins now; null when it has none
     * @throws UnderWay while somebody is at a request with the same key
     */
    public List<UUID> leftBehind(long renterId, String requestKey) {
        List<Undecided> all = database.sql(UNDECIDED)
                .param(renterId)
                .query((row, number) ->
                        new Undecided(row.getObject(1, UUID.class), row.getBoolean(2), row.getString(3)))
                .list();
        for (Undecided one : all) {
            if (one.inHand() && requestKey != null && requestKey.equals(one.requestKey())) {
                throw new UnderWay("This request is already being worked on.", one.id());
            }
        }
        return all.stream().filter(one -> !one.inHand()).map(Undecided::id).toList();
    }

    private record Undecided(UUID id, boolean inHand, String requestKey) {}

    /** @throws UnderWay while the thing may become somebody else's on one of these days */
    public void mustNotBeClaimed(Item item, Period period) {
        Optional<UUID> other = database.sql("""
                        SELECT id FROM saga WHERE status = 'STARTED' AND item = ?
                            AND daterange(from_date, to_date) && daterange(?, ?) ORDER BY number LIMIT 1""")
                .params(item.named(), period.from(), period.to())
                .query(UUID.class)
                .optional();
        if (other.isPresent()) {
            throw new UnderWay(
                    item.named() + " is just being rented by somebody else on at least one of these days.",
                    other.get());
        }
    }

    private UUID insert(String kind, SagaStatus status, Rental rental, long amount, String requestKey, String lateKey) {
        UUID id = UUID.randomUUID();
        Payment payment = Payment.of(rental, amount);
        database.sql(INSERT)
                .param(1, id)
                .param(2, kind)
                .param(3, status.name())
                .param(4, payment.rentalId())
                .param(5, payment.renterId())
                .param(6, payment.ownerId())
                .param(7, payment.amount())
                .param(8, payment.currency())
                .param(9, rental.item().named())
                .param(10, rental.period().from())
                .param(11, rental.period().to())
                .param(12, requestKey, Types.VARCHAR)
                .param(13, lateKey, Types.VARCHAR)
                .param(14, Traces.current(), Types.VARCHAR)
                .param(15, patience)
                .update();
        return id;
    }
}
