package com.rentwave.legacy.wallet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Money of one user in one currency; late fees and refunds may take it below zero. Without a user it is the world outside,
 * which may owe anything.
 */
@Entity
@Table(name = "t_acc")
class Account {

    @Id
    @Column(name = "acc_id")
    private long id;

    @Column(name = "usr_id")
    private Long userId;

    @Column(name = "ccy_cd", nullable = false)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private String currency;

    @Column(name = "bal_am", nullable = false)
    private long balance;

    protected Account() {}

    /** Books an amount, negative when it leaves the account. */
    void book(long amount) {
        balance = Math.addExact(balance, amount);
    }

    boolean isOf(Long user) {
        return user == null ? userId == null : user.equals(userId);
    }

    /** Null for the world outside. */
    Long userId() {
        return userId;
    }

    long id() {
        return id;
    }

    String currency() {
        return currency;
    }

    long balance() {
        return balance;
    }
}
