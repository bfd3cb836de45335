package com.rentwave.legacy.offer;

import com.rentwave.legacy.web.Versions;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDateTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Something that its owner rents out. Every change raises the version by one; version and time of creation together name
 * one state of one thing for ever, even when rows are written by somebody else.
 */
@MappedSuperclass
public abstract class Offered {

    private static final String YES = "Y";
    private static final String NO = "N";

    @Column(name = "own_usr_id", nullable = false)
    private long ownerId;

    @Embedded
    private Terms terms;

    @Column(name = "avl_fl", nullable = false)
    @JdbcTypeCode(SqlTypes.CHAR)
    private String available;

    @Column(name = "ver_no", nullable = false)
    private long version;

    @Column(name = "crt_ts", nullable = false, updatable = false)
    private LocalDateTime createdAt;

    @Column(name = "upd_ts", nullable = false)
    private LocalDateTime updatedAt;

    protected Offered() {}

    /** What is new can be rented at once. */
    protected Offered(long ownerId, Terms terms, LocalDateTime now) {
        this.ownerId = ownerId;
        this.terms = terms;
        this.available = YES;
        this.createdAt = now;
        this.updatedAt = now;
    }

    public abstract long id();

    /** What a rental of it is called. */
    public abstract String title();

    /** Pauses the offer or goes on with it. */
    public void offer(boolean offered, LocalDateTime now) {
        available = offered ? YES : NO;
        changed(now);
    }

    protected void change(Terms changed, LocalDateTime now) {
        terms = changed;
        changed(now);
    }

    public boolean isOwnedBy(long userId) {
        return ownerId == userId;
    }

    public boolean isAvailable() {
        return YES.equals(available);
    }

    /** Names this state of this thing, quotes included. */
    public String etag() {
        return Versions.etag(version, createdAt);
    }

    public Offer asOffer() {
        return new Offer(
                title(),
                ownerId,
                terms.pricePerDay(),
                terms.lateFeePerDay(),
                terms.currency(),
                terms.minDays(),
                terms.maxDays(),
                isAvailable());
    }

    public long ownerId() {
        return ownerId;
    }

    public Terms terms() {
        return terms;
    }

    public long version() {
        return version;
    }

    public LocalDateTime createdAt() {
        return createdAt;
    }

    public LocalDateTime updatedAt() {
        return updatedAt;
    }

    private void changed(LocalDateTime now) {
        version++;
        updatedAt = now;
    }
}
