package com.rentwave.legacy.rental;

import com.rentwave.legacy.offer.Offer;
import com.rentwave.legacy.wallet.Charge;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A thing in somebody else's hands from one day to another, the last day not included. Each day after that on which it is
 * not back is a day late. Days are those of the business clock.
 */
@Entity
@Table(name = "t_rnt")
class Rental {

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

    @Column(name = "late_fee_am", nullable = false)
    private long lateFeePerDay;

    @Column(name = "ccy_cd", nullable = false)
    private String currency;

    @Column(name = "sts_cd", nullable = false)
    @JdbcTypeCode(SqlTypes.CHAR)
    private String status;

    @Column(name = "late_dd", nullable = false)
    private int lateDays;

    @Column(name = "late_am", nullable = false)
    private long lateFees;

    @Column(name = "crt_ts", nullable = false)
    private LocalDateTime createdAt;

    @Column(name = "ret_ts")
    private LocalDateTime returnedAt;

    @Column(name = "can_ts")
    private LocalDateTime cancelledAt;

    /** When the row was last written, by the real clock: what was written lately is compared between the sides. */
    @Column(name = "upd_ts", nullable = false)
    private LocalDateTime updatedAt;

    protected Rental() {}

    private Rental(long id, long renterId, Item item, Offer offer, Period period, LocalDateTime now) {
        this.id = id;
        this.itemType = item.type().code();
        this.itemId = item.id();
        this.title = offer.title();
        this.renterId = renterId;
        this.ownerId = offer.ownerId();
        this.from = period.from();
        this.to = period.to();
        this.occupiedTo = period.to();
        this.price = Math.multiplyExact(period.days(), offer.pricePerDay());
        this.lateFeePerDay = offer.lateFeePerDay();
        this.currency = offer.currency();
        this.status = RentalStatus.ACTIVE.code();
        this.createdAt = now;
        this.updatedAt = now;
    }

    static Rental begin(long id, long renterId, Item item, Offer offer, Period period, LocalDateTime now) {
        return new Rental(id, renterId, item, offer, period, now);
    }

    /**
     * The thing is back; from the next day on it is free again.
     *
     * @param now by the business clock
     * @param written by the real one
     */
    void giveBack(LocalDateTime now, LocalDateTime written) {
        if (isOwed(now.toLocalDate())) {
            throw new IllegalStateException("rental " + id + " has days late that are not charged");
        }
        LocalDate free = now.toLocalDate().plusDays(1);
        if (!hasBegun(now.toLocalDate())) {
            occupiedTo = from;
        } else if (free.isBefore(to)) {
            occupiedTo = free;
        }
        returnedAt = now;
        moveTo(RentalStatus.RETURNED, written);
    }

    /**
     * It never happens; all its days are free again.
     *
     * @param now by the business clock
     * @param written by the real one
     */
    void cancel(LocalDateTime now, LocalDateTime written) {
        if (hasBegun(now.toLocalDate())) {
            throw new IllegalStateException("rental " + id + " has begun");
        }
        occupiedTo = from;
        cancelledAt = now;
        moveTo(RentalStatus.CANCELLED, written);
    }

    private void moveTo(RentalStatus next, LocalDateTime written) {
        if (status() != RentalStatus.ACTIVE) {
            throw new IllegalStateException("rental " + id + " is " + status());
        }
        status = next.code();
        updatedAt = written;
    }

    boolean hasBegun(LocalDate today) {
        return !today.isBefore(from);
    }

    /** Whether there is a day late, up to today, that has not been charged. */
    boolean isOwed(LocalDate today) {
        return status() == RentalStatus.ACTIVE && !nextLateDay().isAfter(today);
    }

    /** The first day late that has not been charged. */
    LocalDate nextLateDay() {
        return to.plusDays(lateDays + 1L);
    }

    /** One more day late; returns which, and what it costs. */
    LateDay addLateDay(LocalDateTime written) {
        LateDay day = new LateDay(nextLateDay(), lateDays + 1, lateFeePerDay);
        lateDays = day.number();
        lateFees = Math.addExact(lateFees, day.fee());
        updatedAt = written;
        return day;
    }

    /** The money for an amount that this rental moves. */
    Charge charge(long amount) {
        return new Charge(id, renterId, ownerId, amount, currency);
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

    Item item() {
        return new Item(ItemType.ofCode(itemType), itemId);
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

    long lateFeePerDay() {
        return lateFeePerDay;
    }

    String currency() {
        return currency;
    }

    RentalStatus status() {
        return RentalStatus.ofCode(status);
    }

    int lateDays() {
        return lateDays;
    }

    long lateFees() {
        return lateFees;
    }

    LocalDateTime createdAt() {
        return createdAt;
    }

    LocalDateTime returnedAt() {
        return returnedAt;
    }

    LocalDateTime cancelledAt() {
        return cancelledAt;
    }
}
