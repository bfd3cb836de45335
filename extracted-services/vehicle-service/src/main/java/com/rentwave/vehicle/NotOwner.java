package com.rentwave.vehicle;

/** This side does not own vehicles at the moment, so nothing was changed. */
public final class NotOwner extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long epoch;

    /** @param epoch this database's epoch of vehicles, read after the refusal */
    public NotOwner(long epoch, Throwable cause) {
        super("this side does not own vehicles (epoch " + epoch + ")", cause);
        this.epoch = epoch;
    }

    public long epoch() {
        return epoch;
    }
}
