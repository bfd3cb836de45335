package com.rentwave.legacy.wallet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** One side of a transfer: what it did to one account. */
@Entity
@Table(name = "t_ent")
class Entry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entry")
    @SequenceGenerator(name = "entry", sequenceName = "s_ent", allocationSize = 50)
    @Column(name = "ent_id")
    private Long id;

    @Column(name = "txn_id", nullable = false)
    private long transferId;

    @Column(name = "acc_id", nullable = false)
    private long accountId;

    @Column(name = "ent_am", nullable = false)
    private long amount;

    @Column(name = "bal_am", nullable = false)
    private long balance;

    protected Entry() {}

    /** @param account with the amount booked */
    Entry(Transfer transfer, Account account, long amount) {
        this.transferId = transfer.id();
        this.accountId = account.id();
        this.amount = amount;
        this.balance = account.balance();
    }

    long amount() {
        return amount;
    }

    /** What was in the account after this. */
    long balance() {
        return balance;
    }
}
