package com.rentwave.legacy.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** What users have and what became of it. */
@ApplicationScoped
class Wallets {

    private final EntityManager entities;

    @Inject
    Wallets(EntityManager entities) {
        this.entities = entities;
    }

    protected Wallets() {
        this(null);
    }

    /** One movement as its user sees it. */
    record Movement(Transfer transfer, Entry entry) {}

    List<Account> of(long userId) {
        return entities.createQuery("select a from Account a where a.userId = :user order by a.currency", Account.class)
                .setParameter("user", userId)
                .getResultList();
    }

    /** The latest movements before a transfer. */
    List<Movement> movements(long userId, Optional<String> currency, long before, int most) {
        return entities.createQuery("""
                        select new com.rentwave.legacy.wallet.Wallets$Movement(t, e)
                        from Entry e join Transfer t on t.id = e.transferId join Account a on a.id = e.accountId
                        where a.userId = :user and (:currency is null or a.currency = :currency) and e.transferId < :before
                        order by e.transferId desc""", Movement.class)
                .setParameter("user", userId)
                .setParameter("currency", currency.orElse(null))
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList();
    }
}
