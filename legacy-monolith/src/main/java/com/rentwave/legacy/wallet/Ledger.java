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
    private final Orders orders;
    private final WalletEvents events;
    private final Clock clock;

    @Inject
    Ledger(EntityManager entities, Orders orders, WalletEvents events, Clock clock) {
        this.entities = entities;
        this.orders = orders;
        this.events = events;
        this.clock = clock;
    }

    protected Ledger() {
        this(null, null, null, null);
    }

    /** Pays for a rental out of the renter's wallet; refuses when there is not enough in it, or debt in any currency. */
    @Transactional(TxType.MANDATORY)
    public void pay(Charge charge) {
        if (charge.amount() == 0) {
            refuseDebt(charge.renterId());
            return;
        }
        List<Account> accounts = lock(charge);
        refuseDebt(charge.renterId());
        refuseUnless(free(accounts, charge) >= charge.amount(), charge);
        pay(charge, accounts);
    }

    /** Makes sure that what has just been held for a rental is there, and that there is no debt; refuses as {@link #pay} does. */
    @Transactional(TxType.MANDATORY)
    void hold(Charge charge) {
        if (charge.amount() == 0) {
            refuseDebt(charge.renterId());
            return;
        }
        List<Account> accounts = lock(charge);
        refuseDebt(charge.renterId());
        refuseUnless(free(accounts, charge) >= 0, charge);
    }

    /** Pays for a rental what was held for it, whatever has happened to the wallet since. */
    @Transactional(TxType.MANDATORY)
    void payHeld(Charge charge) {
        if (charge.amount() > 0) {
            pay(charge, lock(charge));
        }
    }

    private void pay(Charge charge, List<Account> accounts) {
        move(
                transfer(TransferKind.RENT, charge),
                find(accounts, charge.renterId()),
                find(accounts, charge.ownerId()),
                charge.amount(),
                charge.renterId());
    }

    /** What the renter can spend: what is in the account and not held for other rentals. The accounts are locked. */
    private long free(List<Account> accounts, Charge charge) {
        return find(accounts, charge.renterId()).balance() - orders.held(charge.renterId(), charge.currency());
    }

    private static void refuseUnless(boolean covered, Charge charge) {
        if (!covered) {
            throw Refusal.of(
                    Problem.INSUFFICIENT_FUNDS,
                    "Your wallet does not hold " + charge.amount() + ' ' + charge.currency() + '.');
        }
    }

    /** Gives back all that was paid for a rental, even if the owner has spent it. */
    @Transactional(TxType.MANDATORY)
    public void refund(Charge charge) {
        if (charge.amount() > 0) {
            List<Account> accounts = lock(charge);
            move(
                    transfer(TransferKind.REFUND, charge),
                    find(accounts, charge.ownerId()),
                    find(accounts, charge.renterId()),
                    charge.amount(),
                    charge.renterId());
        }
    }

    /**
     * Charges one day late, even if it is not in the renter's wallet.
     *
     * @param key of this day of this rental, {@code late:5:2026-11-21}: no key is charged twice, whoever asks for it
     * @return false when it has been charged already
     */
    @Transactional(TxType.MANDATORY)
    public boolean chargeLateDay(String key, Charge charge) {
        if (!orders.add(OrderKind.LATE_FEE, key, OrderState.BOOKED, charge)) {
            return false;
        }
        if (charge.amount() > 0) {
            List<Account> accounts = lock(charge);
            move(
                    transfer(TransferKind.LATE_FEE, charge),
                    find(accounts, charge.renterId()),
                    find(accounts, charge.ownerId()),
                    charge.amount(),
                    null);
        }
        return true;
    }

    @Transactional(TxType.MANDATORY)
    TopUp topUp(long userId, long amount, String currency) {
        open(userId, currency);
        open(OUTSIDE, currency);
        Account user = find(lock(userId, userId, currency), userId);
        Account outside = lockOutside(currency);
        Transfer transfer = new Transfer(TransferKind.TOP_UP, currency, null, Times.now(clock));
        move(transfer, outside, user, amount, userId);
        return new TopUp(transfer, amount, user.balance());
    }

    /** Money that came in from outside, and what is in the account now. */
    record TopUp(Transfer transfer, long amount, long balance) {}

    private Transfer transfer(TransferKind kind, Charge charge) {
        return new Transfer(kind, charge.currency(), charge.rentalId(), Times.now(clock));
    }

    /** @param actor who moves the money; null when a timer does */
    private void move(Transfer transfer, Account from, Account to, long amount, Long actor) {
        entities.persist(transfer);
        book(transfer, from, -amount, actor);
        book(transfer, to, amount, actor);
    }

    private void book(Transfer transfer, Account account, long amount, Long actor) {
        account.book(amount);
        Entry entry = new Entry(transfer, account, amount);
        entities.persist(entry);
        if (account.userId() != null) {
            events.changed(transfer, entry, account.userId(), actor);
        }
    }

    private void refuseDebt(long renterId) {
        entities.createQuery(
                        "select a from Account a where a.userId = :user and a.balance < 0 order by a.currency",
                        Account.class)
                .setParameter("user", renterId)
                .getResultStream()
                .findFirst()
                .ifPresent(debt -> {
                    throw Refusal.of(
                            Problem.BALANCE_NEGATIVE,
                            "Your wallet holds " + debt.balance() + ' ' + debt.currency()
                                    + ". Top it up before you rent again.");
                });
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

    private List<Account> lock(Charge charge) {
        open(Math.min(charge.renterId(), charge.ownerId()), charge.currency());
        open(Math.max(charge.renterId(), charge.ownerId()), charge.currency());
        return lock(charge.renterId(), charge.ownerId(), charge.currency());
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
