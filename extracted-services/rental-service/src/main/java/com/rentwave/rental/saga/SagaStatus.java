package com.rentwave.rental.saga;

/**
 * Where a saga stands, and so what has to be done next.
 *
 * <pre>
 * STARTED ──▶ CONFIRMING ──▶ DONE            renting: the rental is committed with the step to CONFIRMING, or never
 *    └──────▶ RELEASING ───▶ COMPENSATED
 * REFUNDING ───────────────▶ DONE            cancelling
 * CHARGING ────────────────▶ DONE            a day late
 * </pre>
 */
public enum SagaStatus {
    /** Money may be reserved, and there is no rental yet; until it is due, whoever began it is at it. */
    STARTED,
    /** There will be no rental: what may be reserved is let go. */
    RELEASING,
    /** There is a rental and its money is reserved: it is booked. */
    CONFIRMING,
    /** A rental was cancelled: its price is paid back. */
    REFUNDING,
    /** A thing was not back on a day: the fee is charged. */
    CHARGING,
    /** Money and rental agree. */
    DONE,
    /** There is no rental, and no money is reserved. */
    COMPENSATED
}
