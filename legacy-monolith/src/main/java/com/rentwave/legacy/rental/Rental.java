package com.rentwave.legacy.rental;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A thing in somebody else's hands from one day to another, the last day not included. */
@Entity
@Table(name = "t_rnt")
class Rental {

    private static final String VEHICLE = "V";
    private static final String ACTIVE = "A";
    private static final String RETURNED = "R";

    @Id
    @Column(name = "rnt_id")
    private long id;

    @Column(name = "itm_cd", nullable = false)
    private String itemType;

    @Column(name = "itm_id", nullable = false)
    private long itemId;

    @Column(name = "ttl_tx", nullable = false)
    private String title;

    @Column(name = "rntr_usr_id", nullable = false)
    private long renterId;

    @Column(name = "own_usr_id", nullable = false)
    private long ownerId;

    @Column(name = "frm_dt", nullable = false)
    private LocalDate from;

    @Column(name = "to_dt", nullable = false)
    private LocalDate to;

    @Column(name = "occ_to_dt", nullable = false)
    private LocalDate occupiedTo;

    @Column(name = "prc_am", nullable = false)
    private long price;

    @Column(name = "ccy_cd", nullable = false)
    private String currency;

    @Column(name = "sts_cd", nullable = false)
    @JdbcTypeCode(SqlTypes.CHAR)
    private String status;

    @Column(name = "crt_ts", nullable = false)
    private LocalDateTime createdAt;

    @Column(name = "ret_ts")
    private LocalDateTime returnedAt;

    protected Rental() {}

    private Rental(long id, long renterId, RentalTerms terms, Period period, LocalDateTime now) {
        this.id = id;
        this.itemType = VEHICLE;
        this.itemId = terms.itemId();
        this.title = terms.title();
        this.renterId = renterId;
        this.ownerId = terms.ownerId();
        this.from = period.from();
        this.to = period.to();
        this.occupiedTo = period.to();
        this.price = Math.multiplyExact(period.days(), terms.pricePerDay());
        this.currency = terms.currency();
        this.status = ACTIVE;
        this.createdAt = now;
    }

    static Rental begin(long id, long renterId, RentalTerms terms, Period period, LocalDateTime now) {
        return new Rental(id, renterId, terms, period, now);
    }

    /** The thing is back; from the next day on it is free again. Coming back twice changes nothing. */
    void giveBack(LocalDateTime now) {
        if (!isReturned()) {
            LocalDate free = now.toLocalDate().plusDays(1);
            if (now.toLocalDate().isBefore(from)) {
                occupiedTo = from;
            } else if (free.isBefore(to)) {
                occupiedTo = free;
            }
            status = RETURNED;
            returnedAt = now;
        }
    }

    boolean isReturned() {
        return RETURNED.equals(status);
    }

    boolean isRentedBy(long userId) {
        return renterId == userId;
    }

    boolean concerns(long userId) {
        return renterId == userId || ownerId == userId;
    }

    long id() {
        return id;
    }

    long itemId() {
        return itemId;
    }

    String title() {
        return title;
    }

    long renterId() {
        return renterId;
    }

    long ownerId() {
        return ownerId;
    }

    LocalDate from() {
        return from;
    }

    LocalDate to() {
        return to;
    }

    long days() {
        return ChronoUnit.DAYS.between(from, to);
    }

    long price() {
        return price;
    }

    String currency() {
        return currency;
    }

    LocalDateTime createdAt() {
        return createdAt;
    }

    LocalDateTime returnedAt() {
        return returnedAt;
    }
}
