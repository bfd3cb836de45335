package com.rentwave.legacy.wallet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/**
 * Money moved from one account to another; its entries add up to zero, which the database checks at COMMIT. Its number is
 * drawn when both accounts are locked, and not from a block that a server keeps for itself: so the numbers tell the order in
 * which an account was booked, whichever server did it.
 */
@Entity
@Table(name = "t_txn")
class Transfer {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "transfer")
    @SequenceGenerator(name = "transfer", sequenceName = "s_txn", allocationSize = 1)
    @Column(name = "txn_id")
    private Long id;

    @Column(name = "knd_cd", nullable = false)
    private String kind;

    @Column(name = "ccy_cd", nullable = false)
    private String currency;

    @Column(name = "rnt_id")
    private Long rentalId;

    @Column(name = "crt_ts", nullable = false)
    private LocalDateTime createdAt;

    protected Transfer() {}

    Transfer(TransferKind kind, String currency, Long rentalId, LocalDateTime createdAt) {
        this.kind = kind.code();
        this.currency = currency;
        this.rentalId = rentalId;
        this.createdAt = createdAt;
    }

    long id() {
        return id;
    }

    TransferKind kind() {
        return TransferKind.of(kind);
    }

    String currency() {
        return currency;
    }

    Long rentalId() {
        return rentalId;
    }

    LocalDateTime createdAt() {
        return createdAt;
    }
}
