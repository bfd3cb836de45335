package com.rentwave.rental;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A thing in somebody else's hands from one day to another, the last day not included. Each day after that on which it is
 * not back is a day late. Days, and the times of return and cancelling, are those of the business clock; the times of
 * creation and change are the real ones. A value: what becomes of it is another one.
 *
 * @param title of the thing when it was rented
 * @param occupiedTo the day from which the thing is free again: the end, or earlier when it came back early
 * @param price whole minor units of the currency, for the whole period
 * @param lateFeePerDay whole minor units of the currency
 * @param lateDays days late that have been charged
 * @param lateFees the sum of the charges
 * @param returnedAt null unless it is RETURNED
 * @param cancelledAt null unless it is CANCELLED
 */
public record Rental(
        long id,
        Item item,
        String title,
        long renterId,
        long ownerId,
        Period period,
        LocalDate occupiedTo,
        long price,
        long lateFeePerDay,
        String currency,
        RentalStatus status,
        int lateDays,
        long lateFees,
        Instant createdAt,
        Instant returnedAt,
        Instant cancelledAt,
        Instant updatedAt) {

    public static Rental begin(long id, long renterId, Item item, Offer offer, Period period, Instant now) {
        return new Rental(
                id,
                item,
                offer.title(),
                renterId,
                offer.ownerId(),
                period,
                period.to(),
                Math.multiplyExact(period.days(), offer.pricePerDay()),
                offer.lateFeePerDay(),
                offer.currency(),
                RentalStatus.ACTIVE,
                0,
                0,
                now,
                null,
                null,
                now);
    }

    /** The thing is back; from the next day on it is free again. */
    public Rental giveBack(Instant at, LocalDate today, Instant now) {
        if (isOwed(today)) {
            throw new IllegalStateException("rental " + id + " has days late that are not charged");
        }
        mustBeActive();
        LocalDate free = occupiedTo;
        if (!hasBegun(today)) {
            free = period.from();
        } else if (today.plusDays(1).isBefore(period.to())) {
            free = today.plusDays(1);
        }
        return changed(RentalStatus.RETURNED, free, lateDays, lateFees, at, null, now);
    }

    /** It never happens; all its days are free again. */
    public Rental cancel(Instant at, LocalDate today, Instant now) {
        if (hasBegun(today)) {
            throw new IllegalStateException("rental " + id + " has begun");
        }
        mustBeActive();
        return changed(RentalStatus.CANCELLED, period.from(), lateDays, lateFees, null, at, now);
    }

    /** One more day late is charged: {@link #nextLateDay}. */
    public Rental late(Instant now) {
        LateDay day = nextLateDay();
        long fees = Math.addExact(lateFees, day.fee());
        return changed(status, occupiedTo, day.number(), fees, returnedAt, cancelledAt, now);
    }

    /** The first day late that has not been charged, and what it costs. */
    public LateDay nextLateDay() {
        return new LateDay(period.to().plusDays(lateDays + 1L), lateDays + 1, lateFeePerDay);
    }

    /** Whether there is a day late, up to today, that has not been charged. */
    public boolean isOwed(LocalDate today) {
        return status == RentalStatus.ACTIVE && !nextLateDay().day().isAfter(today);
    }

    public boolean hasBegun(LocalDate today) {
        return !today.isBefore(period.from());
    }

    public boolean isRentedBy(long userId) {
        return renterId == userId;
    }

    public boolean concerns(long userId) {
        return renterId == userId || ownerId == userId;
    }

    private void mustBeActive() {
        if (status != RentalStatus.ACTIVE) {
            throw new IllegalStateException("rental " + id + " is " + status);
        }
    }

    private Rental changed(
            RentalStatus next, LocalDate free, int days, long fees, Instant returned, Instant cancelled, Instant now) {
        return new Rental(
                id,
                item,
                title,
                renterId,
                ownerId,
                period,
                free,
                price,
                lateFeePerDay,
                currency,
                next,
                days,
                fees,
                createdAt,
                returned,
                cancelled,
                now);
    }
}
