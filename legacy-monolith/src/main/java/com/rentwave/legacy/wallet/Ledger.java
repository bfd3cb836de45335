package com.rentwave.legacy.wallet;

import com.rentwave.legacy.web.Problem;
import com.rentwave.legacy.web.Refusal;
import com.rentwave.legacy.web.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;

/**
 * Moves money, always inside the caller's transaction. Users' accounts are locked in the order of their ids and the
 * outside's last, so that no two transfers wait for each other in a circle.
 */
@ApplicationScoped
public class Ledger {

    private static final Long OUTSIDE = null;

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    Ledger(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    protected Ledger() {
        this(null, null);
    }

    /** Pays for a rental out of the renter's wallet; refuses when there is not enough in it. */
    @Transactional(TxType.MANDATORY)
    public void pay(long renterId, long ownerId, long amount, String currency, long rentalId) {
        if (amount == 0) {
            return;
        }
        open(ownerId, currency);
        List<Account> accounts = lock(renterId, ownerId, currency);
        Account renter = find(accounts, renterId);
        if (renter == null || !renter.covers(amount)) {
            throw Refusal.of(Problem.INSUFFICIENT_FUNDS, "Your wallet does not hold " + amount + ' ' + currency + '.');
        }
        move(
                new Transfer(TransferKind.RENT, currency, rentalId, Times.now(clock)),
                renter,
                find(accounts, ownerId),
                amount);
    }

    @Transactional(TxType.MANDATORY)
    TopUp topUp(long userId, long amount, String currency) {
        open(userId, currency);
        open(OUTSIDE, currency);
        Account user = find(lock(userId, userId, currency), userId);
        Account outside = lockOutside(currency);
        Transfer transfer = new Transfer(TransferKind.TOP_UP, currency, null, Times.now(clock));
        move(transfer, outside, user, amount);
        return new TopUp(transfer, amount, user.balance());
    }

    /** Money that came in from outside, and what is in the account now. */
    record TopUp(Transfer transfer, long amount, long balance) {}

    private void move(Transfer transfer, Account from, Account to, long amount) {
        from.book(-amount);
        to.book(amount);
        entities.persist(transfer);
        entities.persist(new Entry(transfer, from, -amount));
        entities.persist(new Entry(transfer, to, amount));
    }

    private void open(Long userId, String currency) {
        entities.createNativeQuery("""
                        INSERT INTO t_acc (acc_id, usr_id, ccy_cd, bal_am)
                        SELECT nextval('s_acc'), CAST(?1 AS bigint), ?2, 0
                        WHERE NOT EXISTS (SELECT FROM t_acc WHERE usr_id IS NOT DISTINCT FROM CAST(?1 AS bigint) AND ccy_cd = ?2)
                        ON CONFLICT DO NOTHING""")
                .setParameter(1, userId)
                .setParameter(2, currency)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<Account> lock(long one, long other, String currency) {
        return entities.createNativeQuery(
                        "SELECT * FROM t_acc WHERE usr_id IN (?1, ?2) AND ccy_cd = ?3 ORDER BY acc_id FOR UPDATE",
                        Account.class)
                .setParameter(1, one)
                .setParameter(2, other)
                .setParameter(3, currency)
                .getResultList();
    }

    private Account lockOutside(String currency) {
        return (Account) entities.createNativeQuery(
                        "SELECT * FROM t_acc WHERE usr_id IS NULL AND ccy_cd = ?1 FOR UPDATE", Account.class)
                .setParameter(1, currency)
                .getSingleResult();
    }

    private static Account find(List<Account> accounts, long userId) {
        return accounts.stream()
                .filter(account -> account.isOf(userId))
                .findFirst()
                .orElse(null);
    }
}
